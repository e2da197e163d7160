// Loops in a getter of the super class, with another this.
// expect: terminated
class A { get v() { for (;;); } }
class B extends A { read() { return super.v; } }
new B().read();
