// Lengths of buffers and typed arrays lie.
// expect: value
Object.defineProperty(ArrayBuffer.prototype, 'byteLength', { get: () => 2 ** 40 });
const T = Object.getPrototypeOf(Uint8Array.prototype);
for (const k of ['length', 'byteLength', 'byteOffset', 'buffer']) Object.defineProperty(T, k, { get() { throw k; } });
new Uint8Array([1, 2, 3]);
