// A revoked proxy of a function, which is still typeof function.
// expect: value
const { proxy, revoke } = Proxy.revocable(class {}, {});
revoke();
proxy;
