// A combinator that calls a resolve function which loops.
// expect: terminated|throws
class P extends Promise { static resolve() { for (;;); } }
P.allSettled([1]);
