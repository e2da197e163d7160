// Each microtask queues three others.
// expect: value
// ends-by: microtasks|heap
const p = Promise.resolve();
(function fork() { p.then(fork); p.then(fork); p.then(fork); })();
