// Calls with more arguments than the stack has room for.
// expect: throws
Math.max(...new Array(10000000).fill(1));
