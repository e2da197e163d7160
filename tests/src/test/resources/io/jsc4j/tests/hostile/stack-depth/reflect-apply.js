// Recurses through Reflect.apply, call, apply and bind in turn.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { Reflect.apply(function () { (function () { f.bind(null)(); }).apply(null); }, null, []); })();
