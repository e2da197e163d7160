// Hands the host an async iterable whose first step loops.
// expect: value
({ async *[Symbol.asyncIterator]() { for (;;); } });
