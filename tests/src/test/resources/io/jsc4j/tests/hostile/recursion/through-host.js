// Recurses through Java: each level is a call of a host function.
// expect: throws
// needs: hostFunctions
(function f() { return host.call(f); })();
