// Throws in each finally block something new, so that no original reason survives.
// expect: terminated
function f(n) { try { for (;;); } finally { throw f; } }
for (;;) { try { f(0); } catch {} }
