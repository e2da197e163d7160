// Hands the host an array nested fifty thousand deep.
// expect: value
let a = [];
for (let i = 0; i < 50000; i++) a = [a];
a;
