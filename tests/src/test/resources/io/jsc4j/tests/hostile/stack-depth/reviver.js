// Recurses through the reviver of JSON.parse.
// expect: throws|terminated
// ends-by: stackDepth
(function f() { JSON.parse('1', f); })();
