// Wrapper objects of primitives with overwritten conversions.
// expect: value
[Object(1), Object('text'), Object(true), Object(1n), Object(Symbol('s'))].map(o => Object.assign(o, { valueOf: () => 666, toString: () => '666' }));
