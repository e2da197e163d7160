// A chain of microtasks that each keep some memory.
// expect: value
// ends-by: microtasks|heap
const kept = [];
(function next() { kept.push(new Array(1000).fill(kept)); Promise.resolve().then(next); })();
