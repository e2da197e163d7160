// Bytes that begin as a module and then are nonsense.
// expect: throws
new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 255, 255, 255, 255, 15, 1, 2, 3]));
