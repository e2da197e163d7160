// Calls a host function for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) host.echo(1);
