// An async function that loops in its finally block, in a microtask.
(async () => { try { await 0; throw 1; } finally { for (;;); } })();
