// A proxy with another prototype each time, among them itself and primitives.
// expect: value
let n = 0;
const p = new Proxy({}, { getPrototypeOf: () => [Array.prototype, null, p, Map.prototype, Promise.prototype, 7][n++ % 6] });
p;
