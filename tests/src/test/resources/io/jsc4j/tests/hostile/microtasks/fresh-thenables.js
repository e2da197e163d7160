// A thenable that resolves with another one each time.
// expect: value
// ends-by: microtasks
const next = () => ({ then(resolve) { resolve(next()); } });
Promise.resolve(next());
