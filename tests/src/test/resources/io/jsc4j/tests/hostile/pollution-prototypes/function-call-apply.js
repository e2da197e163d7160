// call, apply and bind of functions do something else.
// expect: value
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = function () { throw new Error('polluted'); };
(function f(a) { return a; });
