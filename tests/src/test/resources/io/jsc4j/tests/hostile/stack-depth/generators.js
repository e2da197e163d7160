// Recurses through generators that delegate to new ones.
// expect: throws|terminated
// ends-by: stackDepth
function* g() { yield* g(); }
g().next();
