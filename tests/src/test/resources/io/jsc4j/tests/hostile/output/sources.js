// Has a host function evaluate long scripts.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const source = '/*' + 'x'.repeat(1000) + '*/ 1';
for (;;) host.eval(source);
