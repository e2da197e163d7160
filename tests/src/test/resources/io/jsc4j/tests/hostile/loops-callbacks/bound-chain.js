// Calls through a chain of a thousand bound functions that ends in a loop.
// expect: terminated
let f = () => { for (;;); };
for (let i = 0; i < 1000; i++) f = f.bind(null);
f();
