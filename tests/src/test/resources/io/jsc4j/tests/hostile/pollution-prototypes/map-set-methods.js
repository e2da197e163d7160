// Every method of maps and sets throws or lies.
// expect: value
for (const c of [Map, Set, WeakMap, WeakSet]) for (const k of Object.getOwnPropertyNames(c.prototype))
  Object.defineProperty(c.prototype, k, { value: () => { throw k; }, configurable: true });
new Map([]);
