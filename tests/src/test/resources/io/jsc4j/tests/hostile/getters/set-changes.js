// A set that grows while its elements are converted.
// expect: value
const s = new Set();
s.add({ toJSON() { s.add({ toJSON: this.toJSON }); return 1; }, get x() { s.add({ x: 1 }); return 1; } });
s;
