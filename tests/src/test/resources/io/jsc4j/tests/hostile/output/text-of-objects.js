// Objects whose toString gives a long text, which a host function takes.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const o = { toString: () => 'x'.repeat(1000) };
for (;;) host.text(o);
