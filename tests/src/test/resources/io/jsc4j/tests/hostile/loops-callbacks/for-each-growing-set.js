// Visits a Set whose element moves to its end each time.
// expect: terminated
const set = new Set([1]);
for (const x of set) { set.delete(x); set.add(x); }
