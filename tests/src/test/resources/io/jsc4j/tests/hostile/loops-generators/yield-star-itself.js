// Delegates to a new generator of the same kind that yields nothing itself.
// expect: terminated|throws
function* g() { yield* g(); }
g().next();
