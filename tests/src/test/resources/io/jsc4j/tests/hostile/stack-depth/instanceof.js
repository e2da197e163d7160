// Recurses through Symbol.hasInstance.
// expect: throws|terminated
// ends-by: stackDepth
const o = { [Symbol.hasInstance]() { return 1 instanceof o; } };
1 instanceof o;
