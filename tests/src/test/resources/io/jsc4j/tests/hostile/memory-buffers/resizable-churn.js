// Grows and shrinks a resizable buffer without rest.
// expect: terminated|throws
const b = new ArrayBuffer(0, { maxByteLength: 1 << 20 });
for (;;) { b.resize(1 << 20); b.resize(0); }
