// Throws an error with a chain of a hundred thousand causes.
// expect: throws
let e = new Error('first');
for (let i = 0; i < 20000; i++) e = new Error('next', { cause: e });
throw e;
