// Reads and writes an accessor of a host object for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const p = new HostPoint(1, 2);
for (;;) p.x = p.x + 1;
