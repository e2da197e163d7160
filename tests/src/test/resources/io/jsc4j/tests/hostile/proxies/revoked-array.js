// A revoked proxy of an array, which Array.isArray throws for.
// expect: value
const { proxy, revoke } = Proxy.revocable([1, 2], {});
revoke();
proxy;
