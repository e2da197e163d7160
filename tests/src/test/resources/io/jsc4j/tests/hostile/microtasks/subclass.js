// A promise of a subclass whose then queues another one.
// expect: value
// ends-by: microtasks
class P extends Promise { then(a, b) { return super.then(v => { new P(r => r(1)).then(() => 1); return a?.(v); }, b); } }
(async () => { for (;;) await new P(r => r(1)); })();
