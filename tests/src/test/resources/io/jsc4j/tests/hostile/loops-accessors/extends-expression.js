// Loops in the expression that a class extends.
// expect: terminated
class C extends (function () { for (;;); })() {}
