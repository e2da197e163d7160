// A typed array made from an endless iterable.
// expect: terminated|throws
Uint8Array.from({ *[Symbol.iterator]() { for (;;) yield 7; } });
