// A proxy that names a key twice, which the language forbids.
// expect: value
new Proxy({}, { ownKeys: () => ['a', 'a'] });
