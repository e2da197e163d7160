// An iterator whose return method, called when a loop is left early, never returns.
// expect: terminated
const it = { [Symbol.iterator]() { return this; }, next: () => ({ value: 1, done: false }), return() { for (;;); } };
const [first] = it;
