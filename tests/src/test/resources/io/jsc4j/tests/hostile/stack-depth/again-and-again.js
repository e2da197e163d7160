// Uses the stack up, catches that, and begins anew for ever.
// expect: terminated
// ends-by: stackDepth|time|cpuTime
const f = () => { f(); };
for (;;) try { f(); } catch { }
