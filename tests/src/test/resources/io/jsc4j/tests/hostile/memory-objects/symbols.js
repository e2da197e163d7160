// Symbols and registered symbols without an end.
// expect: terminated|throws
const keep = [];
for (let i = 0; ; i++) keep.push(Symbol(i), Symbol.for('k' + i));
