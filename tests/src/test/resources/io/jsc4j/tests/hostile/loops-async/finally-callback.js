// Loops in the callback of Promise.prototype.finally.
Promise.reject(1).finally(() => { for (;;); });
