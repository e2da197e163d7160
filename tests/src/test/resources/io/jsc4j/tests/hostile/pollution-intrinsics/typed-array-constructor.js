// Replaces the constructors of typed arrays and buffers, and their species.
// expect: value
const a = new Float64Array([1, 2]);
for (const k of ['Float64Array', 'Uint8Array', 'ArrayBuffer', 'DataView']) { Object.defineProperty(globalThis[k], Symbol.species, { get() { throw k; } }); globalThis[k] = null; }
a;
