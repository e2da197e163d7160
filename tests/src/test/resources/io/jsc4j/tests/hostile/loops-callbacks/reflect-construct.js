// Loops in a constructor with another new.target.
// expect: terminated
Reflect.construct(function () { for (;;); }, [], Array);
