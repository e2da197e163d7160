// Gives a host function to Array.from as what maps.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) Array.from({ length: 1e5 }, host.echo);
