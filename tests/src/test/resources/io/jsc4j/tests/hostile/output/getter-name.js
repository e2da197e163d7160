// Has a host function get properties by long names.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const name = 'n'.repeat(500);
for (;;) host.get({}, name);
