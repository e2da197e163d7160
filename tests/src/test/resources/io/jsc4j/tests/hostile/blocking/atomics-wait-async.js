// Waits asynchronously on shared memory, and never is woken.
const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
Atomics.waitAsync(new Int32Array(memory.buffer), 0, 0).value;
