// Proxy and Reflect: traps, invariants, revocation; a proxy is shown as what it stands for, and no trap runs for that.
const trace = [];
const target = { a: 1, nested: { b: 2 } };
const p = new Proxy(target, {
  get(t, key, receiver) {
    trace.push(`get ${String(key)}`);
    return Reflect.get(t, key, receiver);
  },
  has(t, key) {
    trace.push(`has ${String(key)}`);
    return key.startsWith('v') || key in t;
  },
  set(t, key, value) {
    trace.push(`set ${String(key)}`);
    t[key] = value * 2;
    return true;
  },
  deleteProperty(t, key) {
    trace.push(`delete ${key}`);
    return Reflect.deleteProperty(t, key);
  },
  ownKeys(t) {
    trace.push('ownKeys');
    return [...Reflect.ownKeys(t), 'virtual'];
  },
  getOwnPropertyDescriptor(t, key) {
    trace.push(`descriptor ${String(key)}`);
    return key === 'virtual' ? { value: 'v', enumerable: true, configurable: true } : Reflect.getOwnPropertyDescriptor(t, key);
  },
});
p.c = 21;
console.log(p.a, 'virtual' in p, 'nope' in p, Object.keys(p), delete p.a);
console.log(trace.splice(0));
console.log(p, [p], { p });
console.log(trace);
const hostile = new Proxy({ fine: true }, new Proxy({}, { get: () => () => { throw new Error('trap'); } }));
console.log(hostile, [hostile, { deep: hostile }]);
const callable = new Proxy(function named(a, b) { return a + b; }, {
  apply: (t, self, args) => Reflect.apply(t, self, args) * 10,
  construct: (t, args) => ({ built: args }),
});
console.log(callable(1, 2), new callable(1, 2), callable);
console.log(new Proxy([1, 2, 3], {}), new Proxy(class Foo {}, {}), new Proxy(new Map([[1, 2]]), {}), new Proxy(new Proxy({ inner: 1 }, {}), {}));
const { proxy, revoke } = Proxy.revocable({ secret: 1 }, {});
console.log(proxy);
revoke();
console.log(proxy, [proxy]);
try {
  proxy.secret;
} catch (e) {
  console.log(e instanceof TypeError);
}
console.log(Reflect.ownKeys({ b: 1, a: 2, 1: 3, 0: 4, [Symbol('s')]: 5 }));
const negative = new Proxy(['x', 'y', 'z'], { get: (t, k, r) => Reflect.get(t, typeof k === 'string' && /^-\d+$/.test(k) ? t.length + +k : k, r) });
console.log(negative[-1], negative[0], negative.length, Array.isArray(negative));
console.log(Reflect.construct(Date, [0], Array) instanceof Array, Reflect.has({ x: 1 }, 'x'), Reflect.getPrototypeOf([]) === Array.prototype);
