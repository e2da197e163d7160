// Every method of Array.prototype throws.
// expect: value
for (const k of Object.getOwnPropertyNames(Array.prototype)) if (k !== 'length') Array.prototype[k] = () => { throw new Error(k); };
[1, 2, 3];
