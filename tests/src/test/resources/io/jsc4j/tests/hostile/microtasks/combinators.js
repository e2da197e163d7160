// Promise.all, race, any and allSettled of themselves, again and again.
// expect: value
// ends-by: microtasks
(function again() { Promise.all([1, Promise.race([1]), Promise.any([1]), Promise.allSettled([1])]).then(again); })();
