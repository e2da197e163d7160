// The handler's trap itself is a getter that loops.
// expect: terminated
new Proxy({}, { get get() { for (;;); } }).x;
