// Evaluated in a context of a user when Java first needs one of its functions there, perhaps after scripts have changed everything that they can reach. So
// it uses syntax, and what the three parameters give: what early.js captured before any script ran, tools.js of the service realm, and the WeakMap, shared
// by the contexts of a runtime, from an Error that stands for a Java exception to the object that holds that exception. It must name no global. Realm.java
// calls what it returns.
(function (early, tools, errors) {
  'use strict';
  const { slice, Module, Instance } = early;
  const { apply, construct: reflectConstruct, constructors, defineProperty, getPrototypeOf, isArray, keys, mapGet, mapSet, noErrors, ownKeys, text: asText } = tools;

  // As `new.target` of a constructor of any realm, it makes an object of this one: its realm is asked for the prototype, since it has none to give.
  function Here() {}
  Here.prototype = null;

  const isAnError = tools.isError ?? ((value) => {
    function Error() {}
    Error.prototype = getPrototypeOf(construct('Error'));
    return value instanceof Error;
  });

  // What calls Java, with `this` and the arguments. `call` leads there at once, by two numbers, and keeps nothing alive: so the holder is kept here. By the
  // holder, which takes the engine longer to call, goes what does not go so: more arguments, and a `this` of which it makes an object first.
  function invoker(holder, call, runtime, id) {
    if (call === undefined) return (self, args) => apply(holder, self, args);
    return (self, args) => {
      const type = typeof self;
      if (type === 'undefined' || type === 'object' || type === 'function') {
        switch (args.length) {
          case 0: return call(runtime, id, self);
          case 1: return call(runtime, id, self, args[0]);
          case 2: return call(runtime, id, self, args[0], args[1]);
          case 3: return call(runtime, id, self, args[0], args[1], args[2]);
        }
      }
      return apply(holder, self, args);
    };
  }

  // A method, so that `new` refuses it as it refuses every built-in function, and there is no `prototype` for scripts to fill.
  function makeFunction(invoke, name, length) {
    const result = { method(...args) { return invoke(this, args); } }.method;
    defineProperty(result, 'name', { __proto__: null, value: name, configurable: true });
    defineProperty(result, 'length', { __proto__: null, value: length, configurable: true });
    return result;
  }

  // An object of this realm, whatever scripts have put into the global of that name.
  function construct(name, ...args) {
    if (name !== 'AggregateError') return reflectConstruct(constructors[name], args, Here);
    // AggregateError itself would iterate over its errors, and they are put in later.
    function Aggregate() {}
    Aggregate.prototype = getPrototypeOf(reflectConstruct(constructors[name], [noErrors], Here));
    return reflectConstruct(constructors.Error, args, Aggregate);
  }

  function define(object, key, value) {
    defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
  }

  // An Error that stands for a Java exception.
  function makeError(kind, message, holder, hasCause, cause, suppressed, javaClass, javaStack) {
    const error = construct(kind, message);
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
      return asText(value);
    } catch {
      return 'a value that cannot be converted to a string';
    }
  }

  function isError(value) {
    try {
      return isAnError(value);
    } catch {
      // A revoked proxy.
      return false;
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
    if (!isError(thrown)) return [false, undefined, text(thrown)];
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

  // An object or array of this realm with the content of one of the runtime's own, which no script has seen.
  function copy(source) {
    return isArray(source) ? apply(slice, source, []) : { ...source };
  }

  function typeError(message) {
    return construct('TypeError', message);
  }

  function compileModule(bytes) {
    return new Module(bytes);
  }

  function instantiate(module, imports) {
    return new Instance(module, imports);
  }

  return { __proto__: null, invoker, makeFunction, makeError, hostError, describe, ownKeys, keys, watch, call, isInstance, isError, construct,
    compileModule, instantiate, typeError, copy };
})
