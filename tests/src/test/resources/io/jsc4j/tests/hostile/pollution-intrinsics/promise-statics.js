// Promise.resolve and the combinators keep what they are given.
// expect: value
for (const k of ['resolve', 'reject', 'all', 'race', 'any', 'allSettled', 'withResolvers', 'try']) Promise[k] = () => new Promise(() => {});
(async () => 1)();
