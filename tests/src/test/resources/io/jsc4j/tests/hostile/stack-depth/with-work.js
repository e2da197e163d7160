// Calls itself without an end, and works a little each time.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { for (let i = 0; i < 20000; i++); f(); })();
