// Recurses through constructors of a class hierarchy.
// expect: throws|terminated
// ends-by: stackDepth
class A { constructor() { new B(); } }
class B extends A { }
new B();
