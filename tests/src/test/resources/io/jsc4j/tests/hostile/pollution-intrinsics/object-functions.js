// Overwrites every function of Object.
// expect: value
for (const k of Object.getOwnPropertyNames(Object)) if (typeof Object[k] === 'function') try { Object[k] = () => { throw new Error(k); }; } catch {}
({ a: 1, b: 2 });
