// Visits a Map that gets its entry again with each visit.
// expect: terminated
const map = new Map([[1, 1]]);
map.forEach((v, k) => { map.delete(k); map.set(k, v); });
