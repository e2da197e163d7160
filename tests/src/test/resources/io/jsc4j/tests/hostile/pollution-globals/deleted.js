// Deletes everything from the global object.
// expect: value
const keys = Object.getOwnPropertyNames(globalThis);
for (const k of keys) try { delete globalThis[k]; } catch {}
[1, { a: 2 }];
