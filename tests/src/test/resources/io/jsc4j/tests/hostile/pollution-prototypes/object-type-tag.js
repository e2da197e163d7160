// Names that a host's conversion asks for: type, name, amount, tags, inner.
// expect: value
Object.assign(Object.prototype, { type: 'Admin', name: 'polluted', amount: 7, tags: ['x'], inner: null });
({});
