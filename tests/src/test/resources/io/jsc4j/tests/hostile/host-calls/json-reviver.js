// Parses JSON with a host function as the reviver.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const text = JSON.stringify(new Array(1e4).fill(0));
for (;;) JSON.parse(text, host.echo);
