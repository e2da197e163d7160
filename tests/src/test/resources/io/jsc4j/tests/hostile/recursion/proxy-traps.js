// A proxy whose trap uses the proxy.
// expect: throws
const p = new Proxy({}, { get: () => p.x });
p.x;
