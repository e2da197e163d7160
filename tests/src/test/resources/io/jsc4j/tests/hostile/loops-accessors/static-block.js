// Loops in a static block of a class.
// expect: terminated
class C { static { for (;;); } }
