// Replaces console by a proxy that throws.
// expect: value
globalThis.console = new Proxy({}, { get() { throw new Error('console'); } });
1;
