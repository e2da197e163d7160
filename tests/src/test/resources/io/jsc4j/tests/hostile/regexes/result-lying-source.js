// Hands the host a regular expression whose source and flags are lies or throw.
// expect: value
Object.defineProperties(/a+/g, { source: { get() { throw 'source'; } }, flags: { value: 'zz' }, lastIndex: { value: -1 } });
