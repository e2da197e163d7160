// A global object with setters that never end, sealed.
// expect: value
for (const k of ['x', 'result', 'held', 'add', 'went']) Object.defineProperty(globalThis, k, { set() { for (;;); }, get() { for (;;); } });
Object.seal(globalThis);
1;
