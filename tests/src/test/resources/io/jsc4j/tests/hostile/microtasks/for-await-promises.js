// for await over an endless iterator of promises.
// expect: value
// ends-by: microtasks
(async () => { for await (const x of (function* () { for (;;) yield Promise.resolve(1); })()); })();
