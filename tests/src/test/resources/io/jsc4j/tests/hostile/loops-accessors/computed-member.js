// Loops in the computed name of a class member.
// expect: terminated
class C { [(() => { for (;;); })()]() {} }
