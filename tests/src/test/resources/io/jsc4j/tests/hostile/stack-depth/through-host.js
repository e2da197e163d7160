// Recurses through a host function that calls a script.
// expect: throws|terminated
// ends-by: stackDepth|hostCalls
// needs: hostFunctions
const f = () => host.call(f);
f();
