// Values that JSON cannot write, at every place.
// expect: value
({ big: 1n, symbol: Symbol('s'), [Symbol('k')]: 1, f() {}, u: undefined, list: [undefined, () => 1, Symbol()] });
