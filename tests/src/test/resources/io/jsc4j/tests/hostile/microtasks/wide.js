// Queues a million microtasks at once, each of which queues one more.
// expect: value|terminated
// ends-by: microtasks|time|cpuTime|heap
const p = Promise.resolve();
const one = () => p.then(one);
for (let i = 0; i < 1e6; i++) p.then(one);
