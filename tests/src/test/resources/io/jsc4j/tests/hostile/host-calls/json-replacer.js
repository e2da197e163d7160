// Writes JSON with a host function as the replacer.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const a = new Array(1e4).fill(0);
for (;;) JSON.stringify({ a }, (key, value) => host.echo(value));
