// Loops in the comparison of a typed array's sort.
// expect: terminated
new Float64Array(10).sort(() => { for (;;); });
