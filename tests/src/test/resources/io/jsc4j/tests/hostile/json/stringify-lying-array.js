// Writes a proxy of an array whose length is a trillion.
// expect: terminated|throws
JSON.stringify(new Proxy([], { get: (t, k) => k === 'length' ? 2 ** 40 : k === 'toJSON' ? undefined : 1 }));
