// The arguments object of a sloppy function, whose elements are aliases of variables.
// expect: value
(function (a, b) { Object.defineProperty(arguments, 'length', { get() { a = arguments; return 2; } }); return arguments; })(1, 2);
