// A toPrimitive that is no function, and a toString that gives an object.
// expect: value
({ [Symbol.toPrimitive]: 7, toString: () => ({}), valueOf: () => [] });
