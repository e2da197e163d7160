// An async generator that delegates to itself, consumed for ever.
// expect: value
// ends-by: microtasks|stackDepth
async function* g() { yield 1; yield* g(); }
(async () => { for await (const x of g()); })();
