// Recurses through functions that are made from text.
// expect: throws|terminated
// ends-by: stackDepth
globalThis.f = () => new Function('f()')();
f();
