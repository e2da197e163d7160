// Gives a host function to forEach over a long array.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) new Array(1e5).fill(0).forEach(host.echo);
