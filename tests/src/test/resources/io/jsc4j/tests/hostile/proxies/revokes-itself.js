// A proxy that revokes itself at its first use.
// expect: value
const { proxy, revoke } = Proxy.revocable([1, 2, 3], { get(t, k) { revoke(); return t[k]; }, ownKeys(t) { revoke(); return Reflect.ownKeys(t); } });
proxy;
