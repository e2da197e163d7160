// Arrays iterate over something else.
// expect: value
Array.prototype[Symbol.iterator] = function* () { for (;;) yield 'polluted'; };
[1, 2, 3];
