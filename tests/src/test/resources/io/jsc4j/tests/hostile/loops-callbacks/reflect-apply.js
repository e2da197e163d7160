// Loops in a function that Reflect.apply calls.
// expect: terminated
Reflect.apply(function () { for (;;); }, null, []);
