// An instanceof of the most common constructors that is true and throws every other time.
// expect: value
let n = 0;
for (const c of [Object, Array, Error, Promise, Map]) Object.defineProperty(c, Symbol.hasInstance, { value: () => { if (n++ % 2) throw new Error('instanceof'); return true; } });
({});
