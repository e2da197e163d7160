// Recurses through a host function as what maps an array.
// expect: throws|terminated
// ends-by: stackDepth|hostCalls
// needs: hostFunctions
const f = () => [f].map(x => host.call(x));
f();
