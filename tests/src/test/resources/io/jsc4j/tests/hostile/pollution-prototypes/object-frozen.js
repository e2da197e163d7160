// Freezes the prototypes of everything.
// expect: value
for (const c of [Object, Array, Function, Promise, Map, Set, RegExp, Error, Date, String]) { Object.freeze(c.prototype); Object.freeze(c); }
[1, { a: 2 }];
