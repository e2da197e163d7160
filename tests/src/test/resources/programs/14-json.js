// JSON: revivers, replacers, indentation, toJSON, odd values.
const data = { a: [1, 'two', null, true], b: { c: undefined, d: () => {}, e: NaN }, f: new Date(0), g: 'quote " back \\ \u2028 \ud800' };
console.log(JSON.stringify(data));
console.log(JSON.stringify(data, null, 2));
console.log(JSON.stringify(data, ['a', 'b', 'e']), JSON.stringify([undefined, () => {}, Symbol()]), JSON.stringify({ [Symbol('x')]: 1 }));
console.log(JSON.stringify({ n: 5, s: 'x' }, (k, v) => (typeof v === 'number' ? v * 2 : v), '--'));
console.log(JSON.stringify(undefined), JSON.stringify('\n'), JSON.stringify(new Map([[1, 2]])), JSON.stringify(Object('s')), JSON.stringify([NaN, -0, Infinity]));
class Money {
  constructor(amount) {
    this.amount = amount;
  }
  toJSON(key) {
    return `${key}=${this.amount}`;
  }
}
console.log(JSON.stringify({ price: new Money(5), list: [new Money(6)] }));
console.log(JSON.parse('{"a":[1,2,{"b":null}],"c":"\\u0041\\n","d":1e3,"e":-0}'));
console.log(JSON.parse('[1,[2,[3,[4,[5]]]]]'), JSON.parse('{"x":{"y":{"z":{"deep":1}}}}'));
console.log(JSON.parse('{"when":"1970-01-01T00:00:00.000Z","n":[1,2]}', function (key, value) {
  if (key === 'when') return new Date(value);
  return Array.isArray(value) ? value.map((x) => x + 1) : value;
}));
const bad = ['', '{', '[1,]', "{'a':1}", '01', 'undefined', '{"a":1}}', '"\t"', 'nul'];
console.log(bad.map((text) => {
  try {
    return JSON.parse(text);
  } catch (e) {
    return e.name;
  }
}));
const cycle = { name: 'c' };
cycle.self = cycle;
try {
  JSON.stringify(cycle);
} catch (e) {
  console.log(e.name, cycle);
}
console.log('%j %j', { a: [1, { b: 2 }] }, 'text', 'rest');
console.log('%j', cycle);
const tree = (depth) => (depth === 0 ? 'leaf' : { depth, left: tree(depth - 1), right: tree(depth - 1) });
console.log(tree(4), JSON.stringify(tree(3)).length);
console.log(JSON.parse(JSON.stringify({ long: 'é'.repeat(40), emoji: '😀', nested: [[], {}, [[]], [{}]] })));
