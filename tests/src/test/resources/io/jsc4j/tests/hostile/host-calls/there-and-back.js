// A host function that calls a script that calls a host function, without nesting.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const f = () => host.echo(1);
for (;;) host.call(f);
