// A proxy whose traps throw undefined, null, symbols and itself.
// expect: value
let n = 0;
const p = new Proxy(function () {}, new Proxy({}, { get: () => () => { throw [undefined, null, Symbol('s'), p, 1n][n++ % 5]; } }));
p;
