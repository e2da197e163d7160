// Sorts within the comparison of a sort.
// expect: throws|terminated
(function f() { [2, 1].sort(f); })();
