// Hands a host function buffers.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const b = new ArrayBuffer(4096);
for (;;) host.bytes(b);
