// Loops in the executor of a promise.
// expect: terminated
new Promise(() => { for (;;); });
