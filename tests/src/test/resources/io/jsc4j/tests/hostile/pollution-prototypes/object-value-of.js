// Conversions of every object throw.
// expect: value
Object.prototype.valueOf = Object.prototype.toString = () => { throw new TypeError('polluted'); };
({ x: 1 });
