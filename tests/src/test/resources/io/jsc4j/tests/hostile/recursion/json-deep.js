// Writes an object nested a hundred thousand deep.
// expect: throws
let o = {};
for (let i = 0; i < 100000; i++) o = { o };
JSON.stringify(o);
