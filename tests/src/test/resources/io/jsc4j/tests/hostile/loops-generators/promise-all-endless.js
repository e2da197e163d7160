// Promise.all over an endless iterator of settled promises.
// expect: terminated
const p = Promise.resolve();
Promise.all({ *[Symbol.iterator]() { for (;;) yield p; } });
