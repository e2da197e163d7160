// A proxy that is its own handler.
// expect: value
const handler = {};
const p = new Proxy({}, handler);
Object.setPrototypeOf(handler, p);
p;
