// Hands the host an object one of whose properties never has a value.
// expect: value
({ a: 1, get x() { for (;;); }, z: 3 });
