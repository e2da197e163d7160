// A generator that answers return() with yet another value, for ever.
// expect: terminated
function* g() { for (;;) { try { yield 1; } finally { yield 2; continue; } } }
const it = g();
it.next();
for (;;) it.return(0);
