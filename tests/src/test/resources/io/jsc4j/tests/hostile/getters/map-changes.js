// A map whose values' conversion changes the map.
// expect: value
const m = new Map();
for (let i = 0; i < 5; i++) m.set(i, { get x() { m.clear(); m.set({}, m); return i; } });
m;
