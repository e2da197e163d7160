// Recurses through the trap of a proxy.
// expect: throws|terminated
// ends-by: stackDepth
const p = new Proxy({}, { get(t, k, r) { return r[k]; } });
p.x;
