// Consumes an async generator without an end.
// in-process: escapes without microtask limit (each microtask starts the engine's clock anew)
(async () => { for await (const x of (async function* () { for (;;) yield 1; })()); })();
