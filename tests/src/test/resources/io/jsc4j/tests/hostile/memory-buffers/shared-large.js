// Shared buffers that no collection of this context alone may free.
// expect: terminated|throws
const keep = [];
for (;;) { keep.push(new WebAssembly.Memory({ initial: 16, maximum: 16, shared: true }).buffer); new Uint8Array(keep.at(-1)).fill(1); }
