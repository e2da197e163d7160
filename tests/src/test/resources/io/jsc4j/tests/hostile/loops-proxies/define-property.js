// Loops in the defineProperty trap.
// expect: terminated
Object.defineProperty(new Proxy({}, { defineProperty() { for (;;); } }), 'x', { value: 1 });
