// exec, flags, source and Symbol.match of regular expressions lie.
// expect: value
for (const k of ['exec', 'test', 'toString', 'compile']) RegExp.prototype[k] = () => { throw k; };
for (const k of ['flags', 'source', 'global', 'sticky', 'unicode']) Object.defineProperty(RegExp.prototype, k, { get() { throw k; } });
/a(b)/g;
