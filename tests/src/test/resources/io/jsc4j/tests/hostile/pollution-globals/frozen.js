// Freezes the global object.
// expect: value|throws
Object.freeze(globalThis);
1;
