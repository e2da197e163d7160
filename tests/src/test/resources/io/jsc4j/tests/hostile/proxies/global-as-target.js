// A proxy around the global object.
// expect: value
new Proxy(globalThis, { get: (t, k) => t[k] });
