// Arrays within arrays, each of some size.
// expect: terminated|throws
let a = [];
for (;;) a = [a, new Array(100).fill(a)];
