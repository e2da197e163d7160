// Waits on shared memory for thirty seconds.
Atomics.wait(new Int32Array(new (globalThis.SharedArrayBuffer ?? ArrayBuffer)(8)), 1, 0, 30000);
