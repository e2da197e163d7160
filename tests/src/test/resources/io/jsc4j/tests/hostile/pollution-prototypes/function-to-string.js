// The text and name of functions throw.
// expect: value
Function.prototype.toString = () => { throw 1; };
Object.defineProperty(Function.prototype, 'name', { get() { throw 2; } });
(() => 1);
