// Hands the host a typed array that is larger than it may take.
// expect: value
new Float64Array(4 << 20);
