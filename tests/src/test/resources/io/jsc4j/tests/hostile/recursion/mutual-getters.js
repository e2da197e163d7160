// Two getters that read each other.
// expect: throws
const o = { get a() { return this.b; }, get b() { return this.a; } };
o.a;
