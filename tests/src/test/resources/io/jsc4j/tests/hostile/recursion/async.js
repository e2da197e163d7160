// An async function that calls itself without awaiting.
(async function f() { await f(); })();
