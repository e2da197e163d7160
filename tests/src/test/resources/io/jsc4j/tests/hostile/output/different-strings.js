// Hands a host function strings that are all different.
// expect: terminated
// ends-by: output
// needs: hostFunctions
let n = 0;
for (;;) host.echo(('x' + n++).padEnd(200, 'y'));
