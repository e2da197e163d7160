// Hides the well-known symbols behind others.
// expect: value
globalThis.Symbol = new Proxy(Symbol, { get: (t, k) => Symbol.for('fake ' + String(k)) });
[1, 2];
