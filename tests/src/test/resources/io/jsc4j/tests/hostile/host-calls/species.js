// A species constructor that is a host function.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const a = [1, 2, 3];
a.constructor = { get [Symbol.species]() { return host.echo(undefined); } };
for (;;) a.map(x => x);
