// Recurses through a host function that constructs.
// expect: throws|terminated
// ends-by: stackDepth|hostCalls
// needs: hostFunctions
class A { constructor() { host.construct(A); } }
new A();
