// For realm.js: built-in functions that do the same in every realm. Those that make arrays make them for Java alone; what the constructors make belongs to
// the realm of their `new.target`. Runs in the service realm, so its globals are as the engine made them.
(() => {
  'use strict';
  const { apply, construct, defineProperty, getPrototypeOf, ownKeys } = Reflect;
  const { get: mapGet, set: mapSet } = WeakMap.prototype;
  const { keys } = Object;
  const { isArray } = Array;
  // Missing in older engines.
  const { isError } = Error;
  const constructors = { __proto__: null, AggregateError, Date, Error, EvalError, Map, Proxy, RangeError, ReferenceError, RegExp, Set, SyntaxError, TypeError, URIError };

  return { __proto__: null, apply, construct, constructors, defineProperty, getPrototypeOf, isArray, isError, keys, mapGet, mapSet, noErrors: [], ownKeys, text: String };
})()
