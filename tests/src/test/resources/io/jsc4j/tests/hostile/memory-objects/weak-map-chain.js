// A chain through a WeakMap, key to value to key, which makes collections slow.
// expect: terminated|throws
const w = new WeakMap(), first = {};
let k = first;
for (;;) { const next = {}; w.set(k, next); k = next; }
