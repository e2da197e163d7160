// Loops in the getPrototypeOf trap, asked by instanceof.
// expect: terminated
new Proxy({}, { getPrototypeOf() { for (;;); } }) instanceof Object;
