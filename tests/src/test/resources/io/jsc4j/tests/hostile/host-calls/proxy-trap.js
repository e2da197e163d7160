// A proxy whose trap is a host function.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const p = new Proxy({}, { get: host.echo });
for (;;) p.x;
