// Hands the host a typed array of four million elements, each of which is a key to list.
// expect: value
// in-process: escapes (listing its keys is one operation of the engine's own)
new Float64Array(4 << 20);
