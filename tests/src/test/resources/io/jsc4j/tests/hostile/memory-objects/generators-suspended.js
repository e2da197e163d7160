// Suspended generators, each of which keeps its frame.
// expect: terminated|throws
const keep = [];
function* g(x) { const local = new Array(20).fill(x); yield local; yield x; }
for (let i = 0; ; i++) { const it = g(i); it.next(); keep.push(it); }
