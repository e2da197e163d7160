// Has a host function list an object with long names.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const o = {};
for (let i = 0; i < 50; i++) o['n'.repeat(100) + i] = i;
for (;;) host.keys(o);
