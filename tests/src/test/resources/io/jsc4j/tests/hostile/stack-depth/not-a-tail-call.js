// Calls itself in strict mode, with something left to do afterwards.
// expect: throws|terminated
// ends-by: stackDepth
'use strict';
(function f(n) { return 1 + f(n + 1); })(0);
