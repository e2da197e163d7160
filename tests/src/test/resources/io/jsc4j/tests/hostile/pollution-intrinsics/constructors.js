// Replaces every constructor of the global object by one that throws.
// expect: value
const result = [new Map([[1, 2]]), new Set([3]), /x/, new Date(0), new Error('e')];
for (const k of ['Map', 'Set', 'RegExp', 'Date', 'Error', 'TypeError', 'RangeError', 'Promise', 'Proxy', 'Array', 'Object', 'String', 'Number', 'Symbol', 'BigInt'])
  globalThis[k] = class { constructor() { throw k; } };
result;
