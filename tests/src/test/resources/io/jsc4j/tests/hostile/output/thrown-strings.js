// Throws long strings through a host function, and catches them.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const s = 'x'.repeat(2000);
for (;;) try { host.throwing(s); } catch { }
