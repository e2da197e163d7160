// Leaves a global lexical binding uninitialised for ever, by throwing before it gets its value.
// expect: throws
(() => { throw new Error('before'); })();
let forever = 1;
