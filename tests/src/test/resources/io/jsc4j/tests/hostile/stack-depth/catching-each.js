// Catches at each level, and calls itself again there: a tree without an end.
// expect: terminated
// ends-by: stackDepth|time|cpuTime
(function f() { try { f(); } catch { f(); } })();
