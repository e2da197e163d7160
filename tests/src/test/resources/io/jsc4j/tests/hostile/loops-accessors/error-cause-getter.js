// Throws an error whose cause is a getter that loops.
// expect: throws
throw Object.defineProperty(new Error('x'), 'cause', { get() { for (;;); } });
