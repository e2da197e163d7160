// Evaluated once in every context, before any other script. It captures each intrinsic that it uses, so nothing that a script does to its
// globals changes what Java sees. The result is a function whose parameter is the WeakMap, shared by the contexts of a runtime, from an Error that
// stands for a Java exception to the object that holds that exception. Realm.java calls what it returns.
(function (errors) {
  'use strict';
  const { apply, defineProperty, ownKeys } = Reflect;
  const { get: mapGet, set: mapSet } = WeakMap.prototype;
  const { keys } = Object;
  const { Error, String, eval: evaluate } = globalThis;
  const isError = Error.isError ?? ((value) => value instanceof Error);

  // A method, so that `new` refuses it as it refuses every built-in function, and there is no `prototype` for scripts to fill.
  function makeFunction(holder, name, length) {
    const result = { method(...args) { return apply(holder, this, args); } }.method;
    defineProperty(result, 'name', { __proto__: null, value: name, configurable: true });
    defineProperty(result, 'length', { __proto__: null, value: length, configurable: true });
    return result;
  }

  function makeError(message, holder) {
    const error = new Error(message);
    apply(mapSet, errors, [error, holder]);
    return error;
  }

  function hostError(thrown) {
    return apply(mapGet, errors, [thrown]);
  }

  function read(object, key, type) {
    try {
      const value = object[key];
      if (typeof value === type) return value;
    } catch {
      // A getter or a trap that throws has nothing to tell.
    }
    return undefined;
  }

  function text(value) {
    try {
      return String(value);
    } catch {
      return 'a value that cannot be converted to a string';
    }
  }

  // What Java tells of a thrown value: whether it is an Error, its name, message, stack, source URL, line and column.
  function describe(thrown) {
    let error = false;
    try {
      error = isError(thrown);
    } catch {
      // A revoked proxy.
    }
    if (!error) return [false, undefined, text(thrown), undefined, undefined, undefined, undefined];
    return [true, read(thrown, 'name', 'string') ?? 'Error', read(thrown, 'message', 'string') ?? '', read(thrown, 'stack', 'string'),
      read(thrown, 'sourceURL', 'string'), read(thrown, 'line', 'number'), read(thrown, 'column', 'number')];
  }

  // Follows a promise, or anything that `await` takes, in an object that Java can look at.
  function watch(promise) {
    const state = { __proto__: null, settled: 0, value: undefined };
    (async () => {
      try {
        state.value = await promise;
        state.settled = 1;
      } catch (reason) {
        state.value = reason;
        state.settled = 2;
      }
    })();
    return state;
  }

  function call(target, self, ...args) {
    return apply(target, self, args);
  }

  function isInstance(value, constructor) {
    return value instanceof constructor;
  }

  return { __proto__: null, makeFunction, makeError, hostError, describe, ownKeys, keys, watch, call, isInstance, evaluate };
})
