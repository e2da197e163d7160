// Loops in the callback of a reduction.
// expect: terminated
[1, 2].reduce(() => { for (;;); });
