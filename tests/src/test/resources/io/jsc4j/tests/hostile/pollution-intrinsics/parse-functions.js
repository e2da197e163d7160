// Number, parseInt and isNaN lie.
// expect: value
globalThis.Number = globalThis.parseInt = globalThis.parseFloat = globalThis.isNaN = globalThis.isFinite = () => 666;
[1, NaN, Infinity];
