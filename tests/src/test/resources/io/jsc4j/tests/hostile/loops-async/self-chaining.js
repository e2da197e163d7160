// Each microtask queues the next one.
// in-process: escapes without microtask limit (each microtask starts the engine's clock anew)
(function next() { Promise.resolve().then(next); })();
