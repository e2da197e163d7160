// Symbols describe themselves wrongly.
// expect: value
Object.defineProperty(Symbol.prototype, 'description', { get() { throw 1; } });
Symbol.prototype.toString = () => 1; Symbol.prototype[Symbol.toPrimitive] = () => { throw 2; };
Symbol('s');
