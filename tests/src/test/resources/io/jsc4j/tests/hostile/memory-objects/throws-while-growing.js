// Throws all the time, and keeps more and more where it catches that.
// expect: terminated
const kept = [];
for (;;) try { null.x; break; } catch { kept.push(new Array(1000).fill(kept)); }
