// Recurses through Java and catches the end of the stack, then recurses again.
// expect: throws|terminated|value
// needs: hostFunctions
let n = 0;
(function f() { try { return host.call(f); } catch (e) { if (n++ < 3) return host.call(f); throw e; } })();
