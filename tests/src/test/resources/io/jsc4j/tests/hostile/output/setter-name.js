// Has a host function set properties by long names.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const o = {};
for (let i = 0; ; i++) host.set(o, 'n'.repeat(500) + i % 10, i);
