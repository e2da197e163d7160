// Leaves microtasks that go on for ever to whatever runs next, each time it is ended.
// expect: value
// ends-by: microtasks|time|cpuTime
for (let i = 0; i < 100; i++) (function next() { Promise.resolve().then(next); })();
