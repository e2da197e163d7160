// Hands the host a proxy of an array that loops at its length.
// expect: value
new Proxy([1, 2, 3], { get(t, k) { if (k === 'length') for (;;); return t[k]; } });
