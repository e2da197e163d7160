// Each microtask queues two others: an avalanche in the queue's own memory.
// in-process: escapes without microtask limit (each microtask starts the engine's clock anew, and its queue is no part of the heap)
const p = Promise.resolve();
(function fork() { p.then(fork); p.then(fork); })();
