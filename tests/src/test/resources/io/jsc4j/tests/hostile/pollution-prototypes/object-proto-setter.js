// Replaces the accessor __proto__ by one that throws.
// expect: value
Object.defineProperty(Object.prototype, '__proto__', { get() { throw 1; }, set() { throw 2; } });
({ a: 1 });
