// The constructor of promises loops when somebody waits, which the language's own rules read.
// expect: value
// spoils: promises
Object.defineProperty(Promise.prototype, 'constructor', { get() { for (;;); } });
new Promise(r => r(1));
