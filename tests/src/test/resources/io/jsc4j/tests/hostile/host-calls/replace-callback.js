// Replaces each letter by what a host function gives.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) 'a'.repeat(1e5).replace(/a/g, host.echo);
