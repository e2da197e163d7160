// Setters for message, stack, cause and name on Object.prototype that throw.
// expect: throws
for (const k of ['message', 'stack', 'cause', 'name', 'errors', 'line', 'column', 'sourceURL'])
  Object.defineProperty(Object.prototype, k, { set() { throw 'setter ' + k; }, get() { throw 'getter ' + k; } });
null.x;
