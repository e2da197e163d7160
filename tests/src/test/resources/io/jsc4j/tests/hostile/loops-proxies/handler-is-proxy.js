// A handler that is a proxy whose handler is a proxy, and a loop at the end.
// expect: terminated
let h = { get() { for (;;); } };
for (let i = 0; i < 50; i++) h = new Proxy({}, h);
new Proxy({}, h).x;
