// Every method of Array.prototype loops.
// expect: value
for (const k of Object.getOwnPropertyNames(Array.prototype)) if (k !== 'length') Array.prototype[k] = () => { for (;;); };
[1, 2, 3];
