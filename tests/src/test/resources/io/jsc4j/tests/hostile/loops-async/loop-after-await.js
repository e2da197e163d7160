// Loops in a microtask, after the script itself has ended.
(async () => { await null; for (;;); })();
