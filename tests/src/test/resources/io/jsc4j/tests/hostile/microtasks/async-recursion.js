// An async function that calls itself after an await, for ever.
// expect: value
// ends-by: microtasks
(async function f(n) { await null; return f(n + 1); })(0);
