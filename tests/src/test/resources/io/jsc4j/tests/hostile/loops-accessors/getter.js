// Loops in a getter.
// expect: terminated
({ get x() { for (;;); } }).x;
