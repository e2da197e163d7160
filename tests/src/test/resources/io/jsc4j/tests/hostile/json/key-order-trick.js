// Keys in an order that depends on when they are listed, and that grow at each listing.
// expect: value
let n = 0;
new Proxy({}, { ownKeys: () => n++ % 2 ? ['a', 'b'] : ['b', 'a', 'c'], get: (t, k) => k === 'toJSON' ? undefined : n,
  getOwnPropertyDescriptor: (t, k) => ({ value: k, enumerable: true, configurable: true }) });
