// Closures, each of which keeps an environment of its own.
// expect: terminated|throws
const keep = [];
for (let i = 0; ; i++) { const big = new Array(50).fill(i); keep.push(() => big); }
