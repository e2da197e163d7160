// Has a host function convert a nest of strings.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const o = { list: new Array(500).fill('some value') };
for (;;) host.convert(o);
