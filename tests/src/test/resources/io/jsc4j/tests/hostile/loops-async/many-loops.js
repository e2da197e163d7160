// A hundred microtasks, each of them endless: ending one is not enough.
for (let i = 0; i < 100; i++) Promise.resolve().then(() => { for (;;); });
