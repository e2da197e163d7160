// Recurses through Array.prototype.map.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { [1].map(f); })();
