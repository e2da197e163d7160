// Hands the host a large graph of objects that refer to one another.
// expect: value
const all = Array.from({ length: 3000 }, (_, id) => ({ id, next: null, all: null }));
all.forEach((o, i) => { o.next = all[(i + 1) % all.length]; });
all[0];
