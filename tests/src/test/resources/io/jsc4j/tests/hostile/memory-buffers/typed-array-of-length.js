// A typed array of the greatest length that a number can say.
// expect: throws
new Float64Array(Number.MAX_SAFE_INTEGER);
