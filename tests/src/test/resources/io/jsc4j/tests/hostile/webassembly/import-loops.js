// A WebAssembly function that calls a JavaScript function which loops.
// expect: terminated
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 109, 1, 105, 0, 0, 3, 2, 1, 0,
  7, 5, 1, 1, 102, 0, 1, 10, 6, 1, 4, 0, 16, 0, 11]);
new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { i() { for (;;); } } }).exports.f();
