// Each catch callback of a rejected promise adds another one.
// expect: value
// ends-by: microtasks
const p = Promise.reject(1);
(function again() { p.catch(again); })();
