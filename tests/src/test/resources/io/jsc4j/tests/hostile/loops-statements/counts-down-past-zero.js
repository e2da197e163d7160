// A counter that misses its end because it steps over it in floating point.
// expect: terminated
for (let x = 1; x !== 0; x -= 0.3) { if (x < -1e15) x = 1; }
