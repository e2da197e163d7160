// Loops in the get trap.
// expect: terminated
new Proxy({}, { get() { for (;;); } }).x;
