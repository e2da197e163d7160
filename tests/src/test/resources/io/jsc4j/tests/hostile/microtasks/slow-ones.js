// A chain of microtasks that each work for a millisecond.
// expect: value|terminated
// ends-by: microtasks|time|cpuTime
const work = () => { const end = Date.now() + 1; while (Date.now() < end); };
(function next() { work(); Promise.resolve().then(next); })();
