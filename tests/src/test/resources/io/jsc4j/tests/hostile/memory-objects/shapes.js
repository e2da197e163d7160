// Objects each of another shape, which fill the engine's tables.
// expect: terminated|throws
const keep = [];
for (let i = 0; ; i++) keep.push({ ['a' + i]: 1, ['b' + i]: 2 });
