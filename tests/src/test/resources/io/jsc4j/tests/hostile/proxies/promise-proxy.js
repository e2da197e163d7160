// A proxy around a promise, whose then throws at an alien this.
// expect: value
new Proxy(Promise.resolve(1), { get: (t, k) => k === 'then' ? t.then : t[k] });
