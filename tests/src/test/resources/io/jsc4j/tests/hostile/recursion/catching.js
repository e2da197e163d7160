// Catches the end of the stack at every level and tries again: exponentially many calls.
// expect: terminated
(function f() { try { f(); } catch { f(); } })();
