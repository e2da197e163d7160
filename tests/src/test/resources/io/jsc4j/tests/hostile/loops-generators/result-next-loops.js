// Hands the host an iterable whose second step never comes.
// expect: value
({ *[Symbol.iterator]() { yield 1; for (;;); } });
