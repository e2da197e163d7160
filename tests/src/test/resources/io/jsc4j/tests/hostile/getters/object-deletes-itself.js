// A getter that deletes all other properties, and adds as many.
// expect: value
let n = 0;
const o = { a: 1, get b() { for (const k of Object.keys(o)) if (k !== 'b') delete o[k]; o['new' + n++] = 1; return n; }, c: 3 };
o;
