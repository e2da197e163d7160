// Awaits for ever, in a try block whose catch and finally go on.
// expect: value
// ends-by: microtasks
(async () => { for (;;) try { await 0; } catch { } finally { continue; } })();
