// Loops in Symbol.unscopables, asked by a with statement.
// expect: terminated
with ({ x: 1, get [Symbol.unscopables]() { for (;;); } }) x;
