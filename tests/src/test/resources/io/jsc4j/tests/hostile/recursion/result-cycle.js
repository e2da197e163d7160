// Hands the host an object that contains itself, in every way.
// expect: value
const o = { list: [], map: new Map(), set: new Set() };
o.self = o; o.list.push(o, o.list); o.map.set(o, o.map); o.set.add(o.set);
o;
