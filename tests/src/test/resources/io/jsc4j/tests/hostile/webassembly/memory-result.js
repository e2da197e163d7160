// Hands the host the buffer of a memory, which grows while it is looked at.
// expect: value
const m = new WebAssembly.Memory({ initial: 1, maximum: 10 });
({ get x() { m.grow(1); return m.buffer; }, buffer: m.buffer });
