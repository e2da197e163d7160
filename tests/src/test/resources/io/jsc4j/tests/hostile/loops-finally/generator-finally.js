// A generator that loops in its finally block when the loop over it is left.
// expect: terminated
function* g() { try { yield 1; } finally { for (;;); } }
for (const x of g()) break;
