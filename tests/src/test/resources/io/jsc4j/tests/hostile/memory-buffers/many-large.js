// Buffers of some megabytes, all kept, and written to so that they are real memory.
// expect: terminated|throws
const keep = [];
for (;;) { const b = new Uint8Array(4 << 20); b.fill(1); keep.push(b); }
