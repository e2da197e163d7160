// An iterator whose next method itself never returns.
// expect: terminated
for (const x of { [Symbol.iterator]: () => ({ next() { for (;;); } }) });
