// Loops in the default value of a parameter.
// expect: terminated
((x = (() => { for (;;); })()) => x)();
