// Loops in a reaction of a promise.
Promise.resolve().then(() => { for (;;); });
