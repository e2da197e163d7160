// Loops in the apply trap.
// expect: terminated
new Proxy(function () {}, { apply() { for (;;); } })();
