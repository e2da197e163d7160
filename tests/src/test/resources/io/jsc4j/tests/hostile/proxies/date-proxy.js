// A proxy around a date that claims to be a date by all marks.
// expect: value
new Proxy(new Date(0), { get: (t, k) => k === Symbol.toStringTag ? 'Date' : typeof t[k] === 'function' ? t[k].bind(t) : t[k] });
