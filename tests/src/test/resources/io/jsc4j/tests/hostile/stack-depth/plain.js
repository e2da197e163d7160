// Calls itself without an end.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { f(); })();
