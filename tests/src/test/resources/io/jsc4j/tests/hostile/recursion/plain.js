// Calls itself until the stack is used up.
// expect: throws
(function f() { f(); })();
