// Calls a host function for ever, and catches what comes of it.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) try { host.echo(1); } catch (e) { host.echo(e); }
