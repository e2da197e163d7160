// A proxy as the prototype of the global object's prototype, which sees each unknown name.
// expect: value|throws
Object.setPrototypeOf(Object.prototype, null);
try { Object.setPrototypeOf(globalThis, new Proxy({}, { has: () => true, get: (t, k) => k === Symbol.unscopables ? undefined : { fake: String(k) } })); } catch (e) {}
typeof unknownName;
