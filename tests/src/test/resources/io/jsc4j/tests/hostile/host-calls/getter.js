// A property whose getter is a host function.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const o = Object.defineProperty({}, 'x', { get: host.echo });
for (;;) o.x;
