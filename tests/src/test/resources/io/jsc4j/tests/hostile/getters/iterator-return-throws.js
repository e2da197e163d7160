// An iterator that throws when it is closed early.
// expect: value
({ *[Symbol.iterator]() { try { for (let i = 0; ; i++) yield i; } finally { throw new Error('not closing'); } } });
