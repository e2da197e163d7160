// A Map made from endless entries of one key, which takes no memory.
// expect: terminated
new Map({ *[Symbol.iterator]() { const e = ['k', 0]; for (;;) yield e; } });
