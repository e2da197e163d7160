// Copies of every built-in that the printing code uses, taken before the first line of a script runs.
// A script may replace Array.prototype.push, Object.keys or RegExp.prototype.exec; what is printed must not change
// and none of the script's code may run. So the other files here call only what is captured in this table, keep their
// lists without a prototype (an index setter on Array.prototype would see every write otherwise), never iterate with
// for-of or spread, and hand over property descriptors without a prototype.
(function (lib) {
  'use strict';

  const { call, bind } = Function.prototype;
  const uncurry = bind.bind(call);
  const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { setPrototypeOf } = Object;

  const getter = (object, key) => {
    const descriptor = getOwnPropertyDescriptor(object, key);
    return descriptor === undefined || descriptor.get === undefined ? undefined : uncurry(descriptor.get);
  };

  lib.defineProperty = Reflect.defineProperty;
  lib.getOwnPropertyDescriptor = getOwnPropertyDescriptor;
  lib.getPrototypeOf = getPrototypeOf;
  lib.ownKeys = ownKeys;
  lib.objectKeys = Object.keys;
  lib.objectSymbols = Object.getOwnPropertySymbols;
  lib.objectNames = Object.getOwnPropertyNames;
  lib.objectIs = Object.is;
  lib.isEnumerable = uncurry(Object.prototype.propertyIsEnumerable);
  lib.hasOwn = uncurry(Object.prototype.hasOwnProperty);
  lib.objectToString = uncurry(Object.prototype.toString);
  lib.functionToString = uncurry(Function.prototype.toString);
  lib.isArray = Array.isArray;
  lib.String = String;
  lib.Number = Number;
  lib.Map = Map;
  lib.Set = Set;
  lib.Uint8Array = Uint8Array;
  lib.Error = Error;
  lib.TypeError = TypeError;
  lib.global = globalThis;
  lib.stringify = JSON.stringify;
  lib.parseInt = Number.parseInt;
  lib.parseFloat = Number.parseFloat;
  lib.isInteger = Number.isInteger;
  lib.now = Date.now;
  lib.min = Math.min;
  lib.max = Math.max;
  lib.sqrt = Math.sqrt;
  lib.round = Math.round;
  lib.floor = Math.floor;

  lib.charCodeAt = uncurry(String.prototype.charCodeAt);
  lib.codePointAt = uncurry(String.prototype.codePointAt);
  lib.slice = uncurry(String.prototype.slice);
  lib.indexOf = uncurry(String.prototype.indexOf);
  lib.lastIndexOf = uncurry(String.prototype.lastIndexOf);
  lib.includes = uncurry(String.prototype.includes);
  lib.startsWith = uncurry(String.prototype.startsWith);
  lib.endsWith = uncurry(String.prototype.endsWith);
  lib.repeat = uncurry(String.prototype.repeat);
  lib.padStart = uncurry(String.prototype.padStart);
  lib.padEnd = uncurry(String.prototype.padEnd);
  lib.normalize = uncurry(String.prototype.normalize);
  lib.upperCase = uncurry(String.prototype.toUpperCase);
  lib.numberToString = uncurry(Number.prototype.toString);
  lib.symbolToString = uncurry(Symbol.prototype.toString);
  lib.regExpTest = uncurry(RegExp.prototype.exec);

  lib.numberValue = uncurry(Number.prototype.valueOf);
  lib.stringValue = uncurry(String.prototype.valueOf);
  lib.booleanValue = uncurry(Boolean.prototype.valueOf);
  lib.bigIntValue = uncurry(BigInt.prototype.valueOf);
  lib.symbolValue = uncurry(Symbol.prototype.valueOf);
  lib.dateValue = uncurry(Date.prototype.getTime);
  lib.dateToIso = uncurry(Date.prototype.toISOString);
  lib.mapSize = getter(Map.prototype, 'size');
  lib.mapForEach = uncurry(Map.prototype.forEach);
  lib.mapGet = uncurry(Map.prototype.get);
  lib.mapSet = uncurry(Map.prototype.set);
  lib.mapDelete = uncurry(Map.prototype.delete);
  lib.setSize = getter(Set.prototype, 'size');
  lib.setForEach = uncurry(Set.prototype.forEach);
  lib.setHas = uncurry(Set.prototype.has);
  lib.setAdd = uncurry(Set.prototype.add);
  lib.weakMapHas = uncurry(WeakMap.prototype.has);
  lib.weakSetHas = uncurry(WeakSet.prototype.has);

  const typedArray = getPrototypeOf(Uint8Array.prototype);
  lib.typedArrayTag = getter(typedArray, Symbol.toStringTag);
  lib.typedArrayFields = {
    __proto__: null,
    length: getter(typedArray, 'length'),
    byteLength: getter(typedArray, 'byteLength'),
    byteOffset: getter(typedArray, 'byteOffset'),
    buffer: getter(typedArray, 'buffer'),
  };
  lib.typedArrayLength = lib.typedArrayFields.length;
  lib.bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
  lib.sharedBufferLength =
    typeof SharedArrayBuffer === 'function' ? getter(SharedArrayBuffer.prototype, 'byteLength') : undefined;
  lib.viewLength = getter(DataView.prototype, 'byteLength');
  lib.viewOffset = getter(DataView.prototype, 'byteOffset');
  lib.viewBuffer = getter(DataView.prototype, 'buffer');

  lib.regExpSource = getter(RegExp.prototype, 'source');
  // The flags property itself asks the object, which a script can answer; these read the pattern.
  const flag = (letter, name) => ({ __proto__: null, letter, read: getter(RegExp.prototype, name) });
  lib.regExpFlags = [
    flag('d', 'hasIndices'),
    flag('g', 'global'),
    flag('i', 'ignoreCase'),
    flag('m', 'multiline'),
    flag('s', 'dotAll'),
    flag('u', 'unicode'),
    flag('v', 'unicodeSets'),
    flag('y', 'sticky'),
  ];

  lib.toStringTag = Symbol.toStringTag;
  lib.iterator = Symbol.iterator;
  lib.toPrimitive = Symbol.toPrimitive;
  lib.ObjectPrototype = Object.prototype;
  lib.FunctionPrototype = Function.prototype;
  lib.ErrorPrototype = Error.prototype;
  lib.RegExpPrototype = RegExp.prototype;
  lib.PromisePrototype = Promise.prototype;
  lib.AsyncFunctionPrototype = getPrototypeOf(async function () {});
  lib.GeneratorFunctionPrototype = getPrototypeOf(function* () {});
  lib.AsyncGeneratorFunctionPrototype = getPrototypeOf(async function* () {});
  lib.isNativeError = typeof Error.isError === 'function' ? Error.isError : undefined;

  /** A list that no setter or method of Array.prototype can see. */
  lib.list = () => setPrototypeOf([], null);

  lib.push = (list, item) => {
    list[list.length] = item;
  };

  lib.join = (list, separator) => {
    let text = '';
    for (let i = 0; i < list.length; i++) {
      text += i === 0 ? list[i] : separator + list[i];
    }
    return text;
  };

  lib.contains = (list, item) => {
    for (let i = 0; i < list.length; i++) {
      if (list[i] === item) return true;
    }
    return false;
  };

  lib.split = (text, separator) => {
    const parts = lib.list();
    let from = 0;
    for (let at; (at = lib.indexOf(text, separator, from)) !== -1; from = at + separator.length) {
      lib.push(parts, lib.slice(text, from, at));
    }
    lib.push(parts, lib.slice(text, from));
    return parts;
  };

  lib.replaceAll = (text, search, replacement) =>
    lib.includes(text, search) ? lib.join(lib.split(text, search), replacement) : text;

  // Prototypes that are certainly no proxies, and the names by which Node knows "a built-in class".
  lib.builtInNames = new Set();
  lib.builtInPrototypes = new Set();
  const globals = Object.getOwnPropertyNames(globalThis);
  for (let i = 0; i < globals.length; i++) {
    const name = globals[i];
    if (!/^[A-Z][a-zA-Z0-9]+$/.test(name)) continue;
    lib.builtInNames.add(name);
    const value = getOwnPropertyDescriptor(globalThis, name).value;
    if (typeof value === 'function' && typeof value.prototype === 'object') lib.builtInPrototypes.add(value.prototype);
  }
  lib.builtInPrototypes.add(typedArray);
  lib.builtInPrototypes.add(Function.prototype);
})
