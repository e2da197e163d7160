// Recurses through the callback of replace.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { 'a'.replace(/a/, f); })();
