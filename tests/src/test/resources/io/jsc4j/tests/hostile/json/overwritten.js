// Overwrites JSON and its functions by ones that lie.
// expect: value
JSON.parse = () => ({ lie: 1 });
JSON.stringify = () => { throw 'lie'; };
globalThis.JSON = null;
({ truth: 1 });
