// Evaluated once in the service context, before its first helper. Freezes all that can be reached from the objects of this realm that may reach a
// script (errors that the helpers throw, and functions, arrays and plain objects that they make), and takes away the ways from a function to the
// compiler: `(() => {}).constructor('...')`. So such a script finds nothing that it could change, and helpers may use their globals as they are.
(function () {
  'use strict';
  // Errors of this realm tell where JavaScript and Java called each other, however deep that is.
  Error.stackTraceLimit = 1000;

  const seen = new Set();
  const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

  function freeze(value) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.add(value);
    for (const key of ownKeys(value)) {
      const property = getOwnPropertyDescriptor(value, key);
      freeze(property.value);
      freeze(property.get);
      freeze(property.set);
    }
    freeze(getPrototypeOf(value));
    Object.freeze(value);
  }

  const functions = [function () {}, function* () {}, async () => {}, async function* () {}];
  for (const kind of functions) delete getPrototypeOf(kind).constructor;
  const [, generator, , asyncGenerator] = functions;
  const errors = [RangeError, ReferenceError, SyntaxError, TypeError, AggregateError];
  freeze([...functions, ...errors, generator(), asyncGenerator(), [].values(), Promise]);
})()
