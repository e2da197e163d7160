// Hands the host an object nested fifty thousand deep.
// expect: value
let o = { end: true };
for (let i = 0; i < 50000; i++) o = { o };
o;
