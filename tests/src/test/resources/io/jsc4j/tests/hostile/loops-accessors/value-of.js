// Loops in valueOf, called by an addition.
// expect: terminated
1 + { valueOf() { for (;;); } };
