// Loops in the deleteProperty trap.
// expect: terminated
delete new Proxy({}, { deleteProperty() { for (;;); } }).x;
