// Hands a host function many strings of a hundred letters.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const s = 'x'.repeat(100);
for (;;) host.echo(s);
