// A then on Object.prototype whose look-up never ends.
// expect: value
Object.defineProperty(Object.prototype, 'then', { get() { for (;;); } });
({ x: 1 });
