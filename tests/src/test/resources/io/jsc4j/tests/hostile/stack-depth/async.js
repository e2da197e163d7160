// Recurses through async functions, which turn what is thrown into promises.
// expect: value|throws|terminated
(async function f() { await f(); })();
