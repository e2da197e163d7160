// Hands the host a typed array that is a little larger than it may take.
// expect: value
new Float64Array((1 << 20) + 1);
