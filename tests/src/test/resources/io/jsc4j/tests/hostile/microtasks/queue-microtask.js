// queueMicrotask for ever, where there is one.
// expect: value
const queue = globalThis.queueMicrotask ?? (f => { Promise.resolve().then(f); });
(function again() { queue(again); })();
