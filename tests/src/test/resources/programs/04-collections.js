// Map, Set, WeakMap and their iteration; grouping, nesting, long collections.
const m = new Map([['one', 1], [2, 'two'], [{ k: 1 }, [1, 2, 3]], [null, undefined]]);
console.log(m, m.size, [...m.keys()], [...m.values()].length);
m.set(m, 'self');
console.log(m);
m.delete(m);
const s = new Set('mississippi');
console.log(s, s.has('m'), [...s].sort());
console.log(new Set([[1], [2, [3, [4, [5]]]], new Set([new Set([new Set([1])])])]));
console.log(new Map(Array.from({ length: 105 }, (_, i) => [i, { i }])));
console.log(new Set(Array.from({ length: 110 }, (_, i) => 'item ' + i)));
console.log(new Map([['deep', new Map([['deeper', new Map([['deepest', new Map([['x', 1]])]])]])]]));
console.log(new WeakMap([[{}, 1]]), new WeakSet(), { weak: new WeakSet([[]]) });
const byLength = new Map();
for (const word of 'the quick brown fox jumps over the lazy dog'.split(' ')) {
  if (!byLength.has(word.length)) byLength.set(word.length, new Set());
  byLength.get(word.length).add(word);
}
console.log(byLength, Object.fromEntries(byLength));
const order = [];
const live = new Set([1, 2, 3]);
for (const v of live) {
  order.push(v);
  if (v < 5) live.add(v + 3);
  live.delete(2);
}
console.log(order, live);
const extra = new Map([['a', 1]]);
extra.note = 'a property of the map';
console.log(extra, Object.assign(new Set([1]), { tags: ['x', 'y'] }));
console.log(new Map(), new Set(), { m: new Map(), s: new Set() }, [new Map([[1, new Set([2])]])]);
console.log(new Map([[[1, 2], { a: 1 }], ['a long key that goes on and on and on', 'a long value that goes on and on and on']]));
console.log([...m.entries()].map(([k, v]) => [typeof k, typeof v]));
