// Object.fromEntries of entries without an end.
// expect: terminated
Object.fromEntries({ *[Symbol.iterator]() { for (;;) yield ['a', 1]; } });
