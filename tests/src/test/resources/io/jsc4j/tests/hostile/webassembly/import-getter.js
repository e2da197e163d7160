// Looks up its imports through getters that throw, loop or give something else each time.
// expect: throws
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 109, 1, 105, 0, 0]);
let n = 0;
new WebAssembly.Instance(new WebAssembly.Module(bytes), { get m() { return n++ ? { i() {} } : { get i() { throw new Error('import'); } }; } });
