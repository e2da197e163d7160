// Hands the host a proxy each of whose traps loops.
// expect: value
new Proxy({}, new Proxy({}, { get: () => () => { for (;;); } }));
