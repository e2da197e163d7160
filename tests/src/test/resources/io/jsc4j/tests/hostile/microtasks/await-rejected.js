// Awaits rejected promises for ever, and catches them.
// expect: value
// ends-by: microtasks
(async () => { for (;;) try { await Promise.reject(1); } catch { } })();
