// Evaluates, by a host function, a script that calls a host function for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
host.eval('for (;;) host.echo(1)');
