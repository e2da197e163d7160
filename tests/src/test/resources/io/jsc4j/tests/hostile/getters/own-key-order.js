// An object that adds a key that comes first, an index, while it is listed.
// expect: value
const o = { b: 1, get a() { o[0] = o[0] + 1 || 1; return o; } };
o;
