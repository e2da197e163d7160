// Awaits for ever, in turns that are each too short to be noticed.
// in-process: escapes without microtask limit (each microtask starts the engine's clock anew)
(async () => { for (;;) await 0; })();
