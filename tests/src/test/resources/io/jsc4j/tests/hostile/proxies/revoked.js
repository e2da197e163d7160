// Hands the host a revoked proxy.
// expect: value
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
proxy;
