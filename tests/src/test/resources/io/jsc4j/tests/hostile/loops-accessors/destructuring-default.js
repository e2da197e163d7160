// Loops in the default value of a destructuring pattern.
// expect: terminated
const { x = (function () { for (;;); })() } = {};
