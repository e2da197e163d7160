// Overwrites exec, which the functions of strings call.
// expect: terminated|throws
RegExp.prototype.exec = function () { for (;;); };
'aaa'.replace(/a/g, 'b'); RegExp.prototype.test.call(/a/, 'a');
