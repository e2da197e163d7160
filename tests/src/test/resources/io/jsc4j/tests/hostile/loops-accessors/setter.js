// Loops in a setter.
// expect: terminated
({ set x(v) { for (;;); } }).x = 1;
