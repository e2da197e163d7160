// A chain through a WeakMap, key to value to key, which makes collections slow.
// in-process: escapes (one collection of it takes a time that grows with the square of its length)
// expect: terminated|throws
const w = new WeakMap(), first = {};
let k = first;
for (;;) { const next = {}; w.set(k, next); k = next; }
