// An object whose valueOf is a host function that gives no number.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const o = { valueOf: host.echo };
for (;;) +o;
