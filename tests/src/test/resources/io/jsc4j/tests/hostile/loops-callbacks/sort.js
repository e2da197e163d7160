// Loops in the comparison of a sort.
// expect: terminated
[3, 2, 1].sort(() => { for (;;); });
