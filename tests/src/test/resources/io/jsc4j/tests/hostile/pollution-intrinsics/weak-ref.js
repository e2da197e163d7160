// WeakRef and FinalizationRegistry are others.
// expect: value
WeakRef.prototype.deref = () => ({ stolen: true });
globalThis.WeakRef = globalThis.FinalizationRegistry = class { constructor(o) { globalThis.stolen = o; } };
({ secret: 1 });
