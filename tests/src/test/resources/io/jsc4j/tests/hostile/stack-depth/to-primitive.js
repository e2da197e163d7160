// Recurses through conversion to a primitive.
// expect: throws|terminated
// ends-by: stackDepth
const o = { [Symbol.toPrimitive]() { return +o; } };
+o;
