// Function.prototype.apply with a lying length.
// expect: throws
(() => 1).apply(null, { length: 2 ** 31 });
