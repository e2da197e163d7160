// Asks for stacks of any length, then throws from deep within.
// expect: throws
Error.stackTraceLimit = Infinity;
(function f(n) { if (n === 0) throw new Error('deep'); f(n - 1); })(5000);
