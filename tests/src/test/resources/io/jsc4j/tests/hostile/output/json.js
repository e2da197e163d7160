// Has a host function write JSON again and again.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const o = { list: new Array(500).fill('value') };
for (;;) host.json(o);
