// Reactions that throw, each of which queues the next one first.
// expect: value
// ends-by: microtasks
const next = () => { Promise.resolve().then(next); throw new Error('on'); };
Promise.resolve().then(next);
