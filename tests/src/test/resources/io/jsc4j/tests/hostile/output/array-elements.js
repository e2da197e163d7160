// An array of strings that a host function takes as a list.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const a = new Array(100).fill('x'.repeat(50));
for (;;) host.list(a);
