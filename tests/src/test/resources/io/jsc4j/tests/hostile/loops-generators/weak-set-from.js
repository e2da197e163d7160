// A WeakSet that is fed one object for ever.
// expect: terminated
const o = {};
new WeakSet({ *[Symbol.iterator]() { for (;;) yield o; } });
