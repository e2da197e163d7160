// A hundred thousand proxies around one another.
// expect: value
let p = {};
for (let i = 0; i < 100000; i++) p = new Proxy(p, {});
p;
