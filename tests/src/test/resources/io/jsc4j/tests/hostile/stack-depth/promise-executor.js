// Recurses through executors of promises, which catch what is thrown in them.
// expect: value|throws|terminated
let n = 0;
(function f() { n++; new Promise(f); })();
n;
