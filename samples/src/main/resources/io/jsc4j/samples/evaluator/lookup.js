// Questions about an object that are answered without running any of the script's code: no getter, no proxy trap,
// no Symbol.hasInstance. "chain" is always the object followed by its prototypes.
(function (lib, host) {
  'use strict';

  const {
    getOwnPropertyDescriptor, getPrototypeOf, objectToString, functionToString, isArray, hasOwn, list, push, contains,
    setHas, startsWith, endsWith, indexOf, slice, includes, charCodeAt,
  } = lib;

  // Only a proxy can make a chain endless (its target may inherit from it), and so only then does this bound matter.
  const LONGEST_CHAIN = 1000;

  /** The object behind a proxy, or the object itself; undefined when the proxy is revoked. */
  lib.unwrap = (object) => {
    for (let n = 0; n < LONGEST_CHAIN; n++) {
      const target = host.proxyTarget(object);
      if (target === undefined) return object;
      try {
        isArray(object); // The one operation that fails for a revoked proxy and runs no trap.
      } catch {
        return undefined;
      }
      object = target;
    }
    return undefined;
  };

  lib.chainOf = (object) => {
    const chain = list();
    chain.hasProxy = false;
    for (let at = object; at !== null && chain.length < LONGEST_CHAIN; at = getPrototypeOf(at)) {
      if (chain.length !== 0 && !setHas(lib.builtInPrototypes, at)) {
        const behind = lib.unwrap(at);
        if (behind !== at) chain.hasProxy = true;
        if (behind === undefined) break;
        at = behind;
      }
      push(chain, at);
    }
    return chain;
  };

  const find = (chain, key) => {
    for (let i = 0; i < chain.length; i++) {
      const descriptor = getOwnPropertyDescriptor(chain[i], key);
      if (descriptor !== undefined) return descriptor;
    }
    return undefined;
  };

  lib.inChain = (chain, key) => find(chain, key) !== undefined;

  /** The value of a data property; undefined for an accessor, which is not asked. */
  lib.lookUp = (chain, key) => {
    const descriptor = find(chain, key);
    return descriptor === undefined ? undefined : dataOf(descriptor);
  };

  // Descriptors come from the engine with Object.prototype above them: only their own fields are the answer.
  const dataOf = (descriptor) => (hasOwn(descriptor, 'value') ? descriptor.value : undefined);

  lib.ownData = (object, key) => {
    const descriptor = getOwnPropertyDescriptor(object, key);
    return descriptor === undefined ? undefined : dataOf(descriptor);
  };

  lib.inherits = (chain, prototype) => {
    for (let i = 1; i < chain.length; i++) {
      if (chain[i] === prototype) return true;
    }
    return false;
  };

  /** What instanceof says when nobody has redefined it. */
  lib.isInstance = (chain, constructor) => {
    const prototype = lib.ownData(constructor, 'prototype');
    return typeof prototype === 'object' && prototype !== null && lib.inherits(chain, prototype);
  };

  /** A name that is a non-empty string. */
  lib.nameOf = (callable) => {
    const name = lib.lookUp(lib.chainOf(callable), 'name');
    return typeof name === 'string' ? name : '';
  };

  const answers = (question, object, argument) => {
    try {
      question(object, argument);
      return true;
    } catch {
      return false;
    }
  };

  lib.isMap = (object) => answers(lib.mapSize, object);
  lib.isSet = (object) => answers(lib.setSize, object);
  lib.isWeakMap = (object) => answers(lib.weakMapHas, object, object);
  lib.isWeakSet = (object) => answers(lib.weakSetHas, object, object);
  lib.isDate = (object) => answers(lib.dateValue, object);
  lib.isRegExp = (object) => object !== lib.RegExpPrototype && answers(lib.regExpSource, object);
  lib.isArrayBuffer = (object) => answers(lib.bufferLength, object);
  lib.isSharedBuffer = (object) => lib.sharedBufferLength !== undefined && answers(lib.sharedBufferLength, object);
  // A view over a detached buffer refuses its length but still gives its buffer.
  lib.isDataView = (object) => answers(lib.viewBuffer, object);
  lib.isPromise = (object, chain) => lib.inherits(chain, lib.PromisePrototype);

  // Without a Symbol.toStringTag in sight the built-in toString names what the engine made; with one it would ask it.
  const builtInTag = (chain) =>
    chain.hasProxy || lib.inChain(chain, lib.toStringTag) ? '' : objectToString(chain[0]);

  lib.isArguments = (chain) => builtInTag(chain) === '[object Arguments]';

  lib.isError = (object, chain) =>
    lib.inherits(chain, lib.ErrorPrototype) ||
    (lib.isNativeError !== undefined ? lib.isNativeError(object) : builtInTag(chain) === '[object Error]');

  const boxes = [
    ['Number', lib.numberValue],
    ['String', lib.stringValue],
    ['Boolean', lib.booleanValue],
    ['BigInt', lib.bigIntValue],
    ['Symbol', lib.symbolValue],
  ];

  /** For new Number(1) and its like: the kind and the primitive inside. */
  lib.unbox = (object) => {
    for (let i = 0; i < boxes.length; i++) {
      try {
        return { __proto__: null, type: boxes[i][0], value: boxes[i][1](object) };
      } catch {
        // Not this kind.
      }
    }
    return undefined;
  };

  /** The engine's own idea of an object's class, for objects whose prototype tells nothing. */
  lib.classOf = (object, chain) => {
    if (typeof object === 'function') return 'Function';
    if (isArray(object)) return 'Array';
    const typed = lib.typedArrayTag(object);
    if (typed !== undefined) return typed;
    if (lib.isMap(object)) return 'Map';
    if (lib.isSet(object)) return 'Set';
    if (lib.isDate(object)) return 'Date';
    if (lib.isRegExp(object)) return 'RegExp';
    if (lib.isError(object, chain)) return 'Error';
    return 'Object';
  };

  const isSpace = (code) => code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff;

  const withoutComments = (text) => {
    let out = '';
    let from = 0;
    for (let i = 0; i < text.length - 1; i++) {
      if (charCodeAt(text, i) !== 47) continue;
      const next = charCodeAt(text, i + 1);
      const close = next === 47 ? '\n' : next === 42 ? '*/' : '';
      const end = close === '' ? -1 : indexOf(text, close, i + 2);
      if (end === -1) continue;
      out += slice(text, from, i);
      from = end + close.length;
      i = from - 1;
    }
    return out + slice(text, from);
  };

  /** Whether a function was written as a class: its text says so. */
  lib.isClass = (callable) => {
    const text = functionToString(callable);
    if (!startsWith(text, 'class') || !endsWith(text, '}')) return false;
    const rest = slice(text, 5, -1);
    const brace = indexOf(rest, '{');
    if (brace === -1) return false;
    if (!includes(slice(rest, 0, brace), '(')) return true;
    // "class A extends f(x) {" or a method called "classify(a) {": only the first has a space and no bare bracket.
    const bare = withoutComments(rest);
    const open = indexOf(bare, '{');
    const parenthesis = indexOf(bare, '(');
    return isSpace(charCodeAt(bare, 0)) && open !== -1 && (parenthesis === -1 || open < parenthesis);
  };

  lib.functionType = (chain) => {
    if (contains(chain, lib.AsyncGeneratorFunctionPrototype)) return 'AsyncGeneratorFunction';
    if (contains(chain, lib.AsyncFunctionPrototype)) return 'AsyncFunction';
    if (contains(chain, lib.GeneratorFunctionPrototype)) return 'GeneratorFunction';
    return 'Function';
  };
})
