// Loops inside a with statement, where each name is looked up in an object.
// expect: terminated
with ({ n: 0 }) { while (n < 1) n = n * 1; }
