// A length and indices on Object.prototype: every object is like an array.
// expect: value
Object.assign(Object.prototype, { length: 1e9, 0: 'polluted', 1: 'polluted' });
({ x: 1 });
