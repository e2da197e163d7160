// Replaces within the callback of a replacement.
// expect: throws|terminated
(function f() { return 'a'.replace(/a/, f); })();
