// A small object that is exponentially large when it is copied: each level has the next twice.
// expect: value
let o = { end: 1 };
for (let i = 0; i < 60; i++) o = { a: o, b: o };
({ toJSON: () => 1, o });
