// Breaks every built-in that can be broken; what is printed before, between and after must be the same.
const log = console.log;
const sample = () => [{ a: 1, b: [1, 2, 3], c: new Map([[1, 2]]) }, "str's", /re/gi, new Date(0), Symbol('s'), 12n, [1, , 3], () => {}, class Foo {}, new Uint8Array(3), -0];
const collections = [new Map([[{ k: 1 }, new Set([2, [3]])]]), new Set(['a', 'b']), Object.assign(new Map(), { extra: 1 })];
const before = sample();
log(before, collections);
log('----');
let ran = 0;
const boom = () => {
  ran++;
  throw 'a replaced built-in ran';
};
const { defineProperty, ownKeys } = Reflect;
const replaceAll = (object, kept) => {
  const keys = ownKeys(object);
  for (let i = 0; i < keys.length; i++) {
    let keep = false;
    for (let k = 0; k < kept.length; k++) if (keys[i] === kept[k]) keep = true;
    if (!keep) defineProperty(object, keys[i], { __proto__: null, value: boom });
  }
};
const targets = [Array.prototype, String.prototype, RegExp.prototype, Map.prototype, Set.prototype, Date.prototype, Number.prototype, BigInt.prototype, Boolean.prototype, Function.prototype, Object.getPrototypeOf(Uint8Array.prototype), Reflect, Math, JSON, Array, Number, String, Object];
const kept = ['constructor', 'prototype', 'length', 'name', 'arguments', 'caller', Symbol.toStringTag, Symbol.iterator, Symbol.hasInstance];
for (let i = 0; i < targets.length; i++) replaceAll(targets[i], kept);
log(before, collections);
log('----');
globalThis.Map = globalThis.Set = globalThis.String = globalThis.Object = globalThis.Array = globalThis.Symbol = globalThis.JSON = globalThis.Proxy = undefined;
defineProperty(Function.prototype, 'name', { __proto__: null, get: boom });
log(before, collections);
log('----');
log('ran', ran);
