// A getter that changes the prototype of its object to a proxy.
// expect: value
const o = { get x() { Object.setPrototypeOf(o, new Proxy({}, { get: (t, k) => String(k) })); return 1; } };
o;
