// A toJSON that changes the object around it while it is written.
// expect: value
const o = { a: { toJSON() { delete o.b; o.c = o.a; return 1; } }, b: 2 };
o;
