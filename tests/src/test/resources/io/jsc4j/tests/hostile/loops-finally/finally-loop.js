// Loops in a finally block after the try has thrown.
// expect: terminated
try { throw 1; } finally { for (;;); }
