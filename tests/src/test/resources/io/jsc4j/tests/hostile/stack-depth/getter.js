// Recurses through a getter.
// expect: throws|terminated
// ends-by: stackDepth
const o = { get x() { return o.x; } };
o.x;
