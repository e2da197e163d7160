// A proxy each of whose traps throws.
// expect: value
new Proxy({}, new Proxy({}, { get: (t, k) => () => { throw new Error('trap ' + String(k)); } }));
