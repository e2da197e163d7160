// WebAssembly memories, each of which reserves address space.
// expect: terminated|throws
const keep = [];
for (;;) keep.push(new WebAssembly.Memory({ initial: 16, maximum: 65536 }));
