// A proxy that gives ten thousand more keys each time that it is asked.
// expect: value
let n = 0;
new Proxy({}, { ownKeys() { n += 10000; return Array.from({ length: n % 50000 }, (_, i) => 'k' + i); },
  getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }), get: () => 1 });
