// Recurses through evaluations by the host.
// expect: throws
// needs: hostFunctions
globalThis.deeper = () => host.eval('deeper()');
deeper();
