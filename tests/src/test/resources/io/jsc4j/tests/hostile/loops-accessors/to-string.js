// Loops in toString, called by a template literal.
// expect: terminated
`${{ toString() { for (;;); } }}`;
