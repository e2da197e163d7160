// Dates say wrong times and cannot be written.
// expect: value
for (const k of Object.getOwnPropertyNames(Date.prototype)) Date.prototype[k] = () => NaN;
Date.prototype[Symbol.toPrimitive] = () => { throw 'date'; };
new Date(0);
