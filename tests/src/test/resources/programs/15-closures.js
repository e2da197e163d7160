// Functions: closures, this, currying, composition, hoisting, default parameters, tail of recursion; functions shown.
const counter = () => {
  let n = 0;
  return { up: () => ++n, down: () => --n, get value() { return n; } };
};
const c = counter();
c.up();
c.up();
console.log(c, c.value, [c.up, function () {}, () => {}, function named() {}, Math.max, class K {}]);
const curry = (f, ...args) => (args.length >= f.length ? f(...args) : (...more) => curry(f, ...args, ...more));
console.log(curry((a, b, d) => [a, b, d])(1)(2)(3), curry((a, b) => a + b).length);
const compose = (...fs) => (x) => fs.reduceRight((acc, f) => f(acc), x);
console.log(compose((x) => x + 1, (x) => x * 2, Number)('20'));
const fs = [];
for (let i = 0; i < 3; i++) fs.push(() => i);
for (var j = 0; j < 3; j++) fs.push(() => j);
console.log(fs.map((f) => f()), typeof hoisted, hoisted());
function hoisted() {
  return 'hoisted';
}
function defaults(a, b = a * 2, { x = 1, y: { z = b } = {} } = {}, ...rest) {
  return { a, b, x, z, rest, length: defaults.length, args: arguments.length };
}
console.log(defaults(1), defaults(1, undefined, { y: { z: 9 } }, 4, 5));
const obj = {
  name: 'obj',
  regular() { return this?.name; },
  arrow: () => typeof this,
  nested() { return [1].map(() => this.name); },
};
const { regular } = obj;
console.log(obj.regular(), (0, obj.regular).call({ name: 'other' }), regular.bind({ name: 'bound' })(), obj.nested(), obj);
const memo = (f, cache = new Map()) => (n) => cache.get(n) ?? (cache.set(n, f(n)), cache.get(n));
const fib = memo((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(90), (function fact(n) { return n < 2 ? 1 : n * fact(n - 1); })(20));
console.log(Object.assign(function withProps() {}, { a: 1, nested: { b: [1, 2] } }), Object.assign(() => {}, { x: 'y' }));
console.log([function* gen() {}, async () => {}, async function* both() {}, { method() {} }.method, { get g() { return 1; } }]);
const ackermann = (m, n) => (m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)));
console.log(ackermann(2, 6), ((...a) => a.length)(...Array(1000)), (function () { return typeof this; }).call(5), (function () { 'use strict'; return typeof this; }).call(5));
console.log(void 0 ?? 'nullish', 0 || 'or', '' && 'and', null?.x, undefined?.[0], (() => {})?.(), obj.missing?.deep.er);
let assigned = null;
assigned ??= { made: true };
assigned &&= { ...assigned, more: 1 };
console.log(assigned, eval('1 + 1'), new Function('a', 'b', 'return a * b')(6, 7), (0, eval)('typeof Math'));
function outer() {
  return inner;
  function inner() {}
}
console.log(outer(), outer.name, outer().name, (() => () => {})(), new Function('return 1').name);
