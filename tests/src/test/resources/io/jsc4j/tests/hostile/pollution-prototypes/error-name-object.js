// Error names and messages that are objects, symbols and functions.
// expect: throws
// spoils: errors
Error.prototype.name = Symbol('name'); TypeError.prototype.name = { toString() { for (;;); } };
throw Object.assign(new TypeError('x'), { message: { toString() { throw 1; } } });
