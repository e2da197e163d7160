// Enumerates an object again and again, which itself is cached by the engine.
// expect: terminated
const o = { a: 1, b: 2, c: 3 };
for (;;) for (const key in o) if (key === 'd') throw key;
