// A species of arrays that gives objects which refuse writing.
// expect: value
Object.defineProperty(Array, Symbol.species, { get: () => function () { return Object.freeze({}); } });
Array.prototype.constructor = { [Symbol.species]: Proxy };
[1, 2];
