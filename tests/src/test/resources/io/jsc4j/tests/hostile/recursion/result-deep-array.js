// Hands the host an array nested three thousand deep.
// expect: value
let a = [];
for (let i = 0; i < 3000; i++) a = [a];
a;
