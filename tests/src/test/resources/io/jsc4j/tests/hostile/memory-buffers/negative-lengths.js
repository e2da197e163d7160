// Lengths that are negative, fractions, NaN or objects that answer differently each time.
// expect: value|throws
let n = 0;
const odd = { valueOf: () => [5, -1, NaN, 2 ** 40][n++ % 4] };
const out = [];
for (let i = 0; i < 8; i++) { try { out.push(new Uint8Array(odd).length); } catch (e) { out.push(e.name); } }
out;
