// A walk along the prototypes of a proxy that always names another one.
// expect: terminated
const next = () => new Proxy({}, { getPrototypeOf: next });
for (let o = next(); o; o = Object.getPrototypeOf(o));
