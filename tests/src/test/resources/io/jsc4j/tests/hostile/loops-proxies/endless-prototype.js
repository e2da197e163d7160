// A proxy that says that it is its own prototype, so that a look-up has no end.
// expect: terminated|throws|value
const p = new Proxy({}, { getPrototypeOf: () => p });
Object.prototype.isPrototypeOf.call({}, p);
