// Loops in a predicate that is called from the end.
// expect: terminated
[1].findLast(() => { for (;;); });
