// Loops in the tag of a template.
// expect: terminated
(function tag() { for (;;); })`a${1}b`;
