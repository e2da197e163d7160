// Calls a host function, and goes on in a finally block whatever comes of it.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) { try { host.echo(1); } finally { continue; } }
