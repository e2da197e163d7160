// Uses the stack up, catches that, and goes on as if nothing had been.
// expect: value|terminated
let depth = 0;
const f = () => { depth++; f(); };
try { f(); } catch { }
depth > 0;
