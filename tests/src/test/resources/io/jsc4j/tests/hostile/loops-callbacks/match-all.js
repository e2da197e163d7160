// Runs matchAll with a regular expression whose exec never advances.
// expect: terminated
const r = /x/g;
r.exec = () => ({ 0: '', index: 0 });
r.constructor = { [Symbol.species]: function () { return r; } };
for (const m of 'x'.matchAll(r)) r.lastIndex = 0;
