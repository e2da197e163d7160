// An iterator whose next is a host function.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const it = { next: () => host.echo({ done: false, value: 1 }), [Symbol.iterator]() { return this; } };
for (const x of it);
