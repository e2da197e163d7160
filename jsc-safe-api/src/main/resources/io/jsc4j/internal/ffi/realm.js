// Evaluated once in every context, before any other script. It captures each intrinsic that it uses, so nothing that a script does to its
// globals changes what Java sees. The result is a function whose parameter is the WeakMap, shared by the contexts of a runtime, from an Error that
// stands for a Java exception to the object that holds that exception. Realm.java calls what it returns.
(function (errors) {
  'use strict';
  const { apply, construct, defineProperty, ownKeys } = Reflect;
  const { get: mapGet, set: mapSet } = WeakMap.prototype;
  const { keys } = Object;
  const { AggregateError, Error, RangeError, ReferenceError, String, SyntaxError, TypeError, URIError } = globalThis;
  const kinds = { __proto__: null, AggregateError, Error, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const { isArray } = Array;
  const isError = Error.isError ?? ((value) => value instanceof Error);

  // A method, so that `new` refuses it as it refuses every built-in function, and there is no `prototype` for scripts to fill.
  function makeFunction(holder, name, length) {
    const result = { method(...args) { return apply(holder, this, args); } }.method;
    defineProperty(result, 'name', { __proto__: null, value: name, configurable: true });
    defineProperty(result, 'length', { __proto__: null, value: length, configurable: true });
    return result;
  }

  function define(object, key, value) {
    defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
  }

  // An Error that stands for a Java exception. Calling AggregateError would run the iterator of arrays, which scripts can overwrite.
  function makeError(kind, message, holder, hasCause, cause, suppressed, javaClass, javaStack) {
    const error = kind === 'AggregateError' ? construct(Error, [message], AggregateError) : new kinds[kind](message);
    if (hasCause) define(error, 'cause', cause);
    if (suppressed !== undefined) define(error, 'errors', suppressed);
    if (javaClass !== undefined) define(error, 'javaClass', javaClass);
    if (javaStack !== undefined) define(error, 'javaStack', javaStack);
    apply(mapSet, errors, [error, holder]);
    return error;
  }

  function hostError(thrown) {
    return apply(mapGet, errors, [thrown]);
  }

  function get(object, key) {
    try {
      return object[key];
    } catch {
      // A getter or a trap that throws has nothing to tell.
      return undefined;
    }
  }

  function read(object, key, type) {
    const value = get(object, key);
    return typeof value === type ? value : undefined;
  }

  function text(value) {
    try {
      return String(value);
    } catch {
      return 'a value that cannot be converted to a string';
    }
  }

  // The cause, then the first errors of an AggregateError.
  function related(thrown) {
    const found = [get(thrown, 'cause')];
    try {
      const list = thrown.errors;
      if (isArray(list)) for (let i = 0; i < 16 && i < list.length; i++) define(found, i + 1, get(list, i));
    } catch {
      // As above.
    }
    return found;
  }

  // What Java tells of a thrown value: whether it is an Error, its name, message, stack, source URL, line and column, and what related() gives.
  function describe(thrown) {
    let error = false;
    try {
      error = isError(thrown);
    } catch {
      // A revoked proxy.
    }
    if (!error) return [false, undefined, text(thrown)];
    return [true, read(thrown, 'name', 'string') ?? 'Error', read(thrown, 'message', 'string') ?? '', read(thrown, 'stack', 'string'),
      read(thrown, 'sourceURL', 'string'), read(thrown, 'line', 'number'), read(thrown, 'column', 'number'), related(thrown)];
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

  return { __proto__: null, makeFunction, makeError, hostError, describe, ownKeys, keys, watch, call, isInstance };
})
