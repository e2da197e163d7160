// An iterator whose results are primitives, proxies and revoked proxies.
// expect: value
const r = Proxy.revocable({}, {}); r.revoke();
let n = 0;
({ [Symbol.iterator]: () => ({ next: () => [{ value: 1 }, new Proxy({}, {}), r.proxy, 5][n++ % 4], return: () => 5 }) });
