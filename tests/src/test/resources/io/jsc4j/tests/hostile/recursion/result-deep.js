// Hands the host an object nested three thousand deep.
// expect: value
let o = { end: true };
for (let i = 0; i < 3000; i++) o = { o };
o;
