// A proxy of an array whose length and elements change with each look.
// expect: value
let n = 0;
new Proxy([], { get: (t, k) => k === 'length' ? (n = (n * 7 + 3) % 100) : k === Symbol.iterator ? t[k] : n++, has: () => true });
