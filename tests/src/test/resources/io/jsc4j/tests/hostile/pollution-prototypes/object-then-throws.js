// A then on Object.prototype that throws when it is looked up.
// expect: value
Object.defineProperty(Object.prototype, 'then', { get() { throw new Error('then'); }, configurable: true });
[1, 2];
