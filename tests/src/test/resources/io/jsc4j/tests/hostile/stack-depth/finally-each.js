// Calls itself again in the finally block of each level.
// expect: terminated
// ends-by: stackDepth|time|cpuTime
(function f() { try { f(); } finally { f(); } })();
