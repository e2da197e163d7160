// Proxies of proxies, one around the other, and then a use of the outermost.
// expect: terminated|throws
let p = {};
for (let i = 0; i < 100000; i++) p = new Proxy(p, {});
p.x;
for (;;) p = new Proxy(p, {});
