// Symbols, property descriptors, getters that must not run, freezing, property order, prototypes.
let ran = 0;
const guarded = {
  get value() {
    ran++;
    throw new Error('a getter ran');
  },
  set value(v) {},
  set only(v) {},
  get also() {
    return ran++;
  },
};
console.log(guarded, [guarded], new Map([[1, guarded]]), ran);
console.log({ [Symbol('local')]: 1, [Symbol.for('global')]: { x: 1 }, [Symbol.iterator]: null, [Symbol()]: 0 });
console.log(Symbol('d').description, Symbol.for('k') === Symbol.for('k'), Symbol.keyFor(Symbol.for('k')), Symbol('x').toString(), [Symbol('y')]);
const hidden = Object.defineProperties({}, {
  visible: { value: 1, enumerable: true },
  hidden: { value: 2 },
  [Symbol('hiddenSymbol')]: { value: 3 },
});
console.log(hidden, Object.getOwnPropertyDescriptors(hidden));
console.log({ b: 1, a: 2, 2: 'two', 1: 'one', '-1': 'neg', '01': 'oct', 'a-b': 1, 'with space': 2, 'ünï': 3, $dollar: 4, _under: 5, '': 'empty', "qu'ote": 6, 'new\nline': 7 });
const frozen = Object.freeze({ list: [1] });
frozen.list.push(2);
(() => {
  'use strict';
  try {
    frozen.x = 1;
  } catch (e) {
    console.log(e.name, Object.isFrozen(frozen), frozen);
  }
})();
console.log(Object.getOwnPropertyNames(class A { static s = 1; static m() {} }).sort(), Object.entries(Object.getOwnPropertyDescriptor({ get g() { return 1; } }, 'g')).map(([k, v]) => [k, typeof v]));
console.log(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'), { __proto__: { inherited: 1 }, own: 2 });
const toPrimitive = { [Symbol.toPrimitive]: (hint) => (hint === 'number' ? 42 : `hint:${hint}`) };
console.log(+toPrimitive, `${toPrimitive}`, toPrimitive + '', toPrimitive);
class Even {
  static [Symbol.hasInstance](n) {
    return n % 2 === 0;
  }
}
console.log(2 instanceof Even, 3 instanceof Even, Even);
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.assign({}, 'ab', null, [9]), { ...'hi', ...[1, 2, 3], ...null });
console.log((function () { return arguments; })(1, 'two', { three: 3 }), (() => {}).name, (function () {}).name, { m() {} }.m.name);
console.log(Object.groupBy ? 1 : 1, Object.hasOwn({ x: 1 }, 'x'), Object.fromEntries([['a', 1], ['b', { c: [] }]]));
console.log('ran', ran);
