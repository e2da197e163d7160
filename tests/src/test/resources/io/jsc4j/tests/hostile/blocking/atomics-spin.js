// Spins on a cell of memory that never changes.
// expect: terminated
const cell = new Int32Array(new (globalThis.SharedArrayBuffer ?? ArrayBuffer)(8));
while (Atomics.compareExchange(cell, 0, 1, 1) === 0);
