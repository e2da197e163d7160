// Iterators, generators, spread, destructuring.
function* fibonacci() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}
const take = function* (n, it) {
  let i = 0;
  for (const v of it) {
    if (i++ >= n) return 'done';
    yield v;
  }
};
console.log([...take(20, fibonacci())], fibonacci, take, Object.prototype.toString.call(fibonacci()));
const log = [];
function* careful() {
  try {
    const got = yield 1;
    log.push(['got', got]);
    yield 2;
    yield* [3, 4];
  } catch (e) {
    log.push(['caught', e]);
    yield 'recovered';
  } finally {
    log.push('cleanup');
  }
}
const g = careful();
console.log(g.next(), g.next('hello'), g.throw('oops'), g.next(), g.next(), log);
const h = careful();
h.next();
console.log(h.return('early'), h.next());
class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  *[Symbol.iterator]() {
    for (let i = this.from; i < this.to; i++) yield i;
  }
}
const [first, , third = 'default', ...rest] = new Range(1, 8);
console.log({ first, third, rest }, Math.max(...new Range(0, 5)), new Range(1, 2));
const { a, b: { c = 'none', ...others } = {}, [`k${1}`]: k1 = 9, ...remaining } = { a: 1, b: { d: 4, e: 5 }, x: 'y', z: Symbol('z') };
console.log({ a, c, others, k1, remaining });
const closing = {
  [Symbol.iterator]() {
    return {
      i: 0,
      next() {
        return { value: this.i++, done: false };
      },
      return() {
        log.push('closed');
        return {};
      },
    };
  },
};
for (const v of closing) if (v === 2) break;
const [x, y] = closing;
console.log(x, y, log, closing);
console.log(Array.from('abc', (ch, i) => ch + i), Object.entries({ p: 1, q: [2] }), Array.from({ length: 3 }));
label: for (const i of [1, 2, 3]) {
  for (const j of [1, 2, 3]) {
    if (j === 2) continue label;
    if (i === 3) break label;
    console.log(i, j);
  }
}
console.log(((...args) => args)(...'ab', ...[1, [2]], ...new Set([3])), [...[, 1, ,]], [...Array(3).keys()]);
