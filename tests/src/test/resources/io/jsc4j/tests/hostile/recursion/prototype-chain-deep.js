// A prototype chain of a hundred thousand objects, and a look-up that fails.
// expect: value|terminated|throws
let o = {};
for (let i = 0; i < 100000; i++) o = Object.create(o);
o.missing; o;
