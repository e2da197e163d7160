// A script that breaks the built-ins under the printer's feet: nothing that is printed may change.
const log = console.log;
const sample = () => [{ a: 1, b: [1, 2, 3], c: new Map([[1, 2]]) }, "str's", /re/gi, new Date(0), Symbol('s'), 12n, [1, , 3], () => {}, class Foo {}, new Uint8Array(3), -0];
const collections = [new Map([[{ k: 1 }, new Set([2, [3]])]]), new Set(['a', 'b']), Object.assign(new Map(), { extra: 1 })];
const before = sample();
log(before, collections);
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
const targets = [Map.prototype, Set.prototype, Date.prototype, Number.prototype, BigInt.prototype, Boolean.prototype, Object.getPrototypeOf(Uint8Array.prototype), Reflect, Math, JSON, Array, Number, String, Object];
const kept = ['constructor', 'prototype', 'length', 'name', 'arguments', 'caller', Symbol.toStringTag, Symbol.iterator, Symbol.hasInstance];
for (let i = 0; i < targets.length; i++) replaceAll(targets[i], kept);
log(before, collections);
log({ still: { works: [1, [2, [3]]] } }, 'and strings', ['too'], -0, 1.5, null, undefined);
log('%s %d %i %%', 'format', 4.5, '7x');
globalThis.Map = globalThis.Set = globalThis.String = globalThis.Object = globalThis.Array = globalThis.Symbol = globalThis.JSON = globalThis.Proxy = undefined;
log(before, collections);
log([boom], { list: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] });
log('ran', ran);
