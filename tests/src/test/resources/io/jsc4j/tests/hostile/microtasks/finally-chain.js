// Each finally callback of a promise adds another one.
// expect: value
// ends-by: microtasks
const p = Promise.resolve();
(function again() { p.finally(again); })();
