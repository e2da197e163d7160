// A proxy as the prototype of Array.prototype, which every missing property asks.
// expect: value|throws
Object.setPrototypeOf(Array.prototype, new Proxy({}, { get(t, k) { throw new Error('asked for ' + String(k)); }, has: () => true }));
[1, 2, 3];
