// Hands the host an iterable that never ends and holds nothing.
// expect: value
({ *[Symbol.iterator]() { let i = 0; while (true) yield i++; } });
