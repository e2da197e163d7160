// Conversions that give another kind for each hint.
// expect: value
({ [Symbol.toPrimitive]: hint => ({ string: Symbol('s'), number: 1n, default: {} })[hint] });
