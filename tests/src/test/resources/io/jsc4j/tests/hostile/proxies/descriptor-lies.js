// A proxy that describes properties of its target wrongly.
// expect: value
new Proxy(Object.freeze({ x: 1 }), { getOwnPropertyDescriptor: () => ({ value: 2, configurable: true }), get: () => 3, has: () => false, deleteProperty: () => true });
