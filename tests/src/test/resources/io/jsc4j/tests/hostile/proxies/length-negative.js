// Array-likes whose lengths are negative, fractions, huge, strings or objects.
// expect: value
[-1, 1.5, 2 ** 53, '3', NaN, {}, null].map(length => new Proxy([], { get: (t, k) => k === 'length' && t.x !== 1 ? length : t[k] }));
