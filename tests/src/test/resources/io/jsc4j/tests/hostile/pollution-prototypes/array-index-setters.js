// Setters for indices on Array.prototype that swallow what is written.
// expect: value
for (let i = 0; i < 10; i++) Object.defineProperty(Array.prototype, i, { set(v) { throw 'set ' + i; }, get: () => 'polluted', configurable: true });
[1, 2];
