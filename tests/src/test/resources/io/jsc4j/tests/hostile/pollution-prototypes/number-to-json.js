// toJSON on the prototypes of primitives.
// expect: value
for (const c of [Number, String, Boolean, BigInt, Symbol]) c.prototype.toJSON = function () { 'use strict'; throw typeof this; };
[1, 'a', true];
