// Proxies around a map, a set, a date, a promise, a regular expression, a buffer and an error.
// expect: value
[new Map([[1, 2]]), new Set([1]), new Date(0), Promise.resolve(1), /x/, new ArrayBuffer(8), new Error('x'), new Uint8Array(8), Symbol.prototype, new DataView(new ArrayBuffer(1))]
  .map(target => new Proxy(target, {}));
