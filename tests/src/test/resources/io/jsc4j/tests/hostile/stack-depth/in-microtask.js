// Uses the stack up in a microtask.
// expect: value
Promise.resolve().then(function f() { f(); });
