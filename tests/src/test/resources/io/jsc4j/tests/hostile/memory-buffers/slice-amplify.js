// Copies slices of a buffer into an array without an end.
// expect: terminated|throws
const b = new ArrayBuffer(1 << 20), keep = [];
for (;;) keep.push(b.slice(0));
