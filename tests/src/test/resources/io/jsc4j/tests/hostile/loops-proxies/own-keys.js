// Loops in the ownKeys trap.
// expect: terminated
Object.keys(new Proxy({}, { ownKeys() { for (;;); } }));
