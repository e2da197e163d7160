// A proxy each of whose traps returns the proxy itself.
// expect: value
const p = new Proxy(function () {}, new Proxy({}, { get: () => () => p }));
p;
