// Reads beyond the end of its memory, which the engine must turn into a trap.
// expect: throws
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 102,
  0, 0, 10, 13, 1, 11, 0, 65, 128, 128, 128, 120, 40, 2, 0, 11, 11]);
new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f();
