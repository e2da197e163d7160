// Errors, each with a stack and the one before as its cause.
// expect: terminated|throws
let e;
for (;;) e = new Error('x', { cause: e });
