// Errors whose prototype throws for name, message, stack and toString.
// expect: throws
for (const k of ['name', 'message', 'stack', 'toString', 'cause'])
  Object.defineProperty(Error.prototype, k, { get() { throw new Error(k); }, configurable: true });
throw new TypeError('gone');
