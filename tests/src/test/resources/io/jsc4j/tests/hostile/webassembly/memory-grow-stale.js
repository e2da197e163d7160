// Keeps views of a memory from before it grew, and hands one to the host.
// expect: value
const m = new WebAssembly.Memory({ initial: 1, maximum: 100 });
const before = m.buffer, view = new Uint8Array(before);
m.grow(50);
before.byteLength === 0 ? view : before;
