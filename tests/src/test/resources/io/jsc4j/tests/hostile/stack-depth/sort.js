// Recurses through the comparator of a sort.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { [2, 1].sort(f); })();
