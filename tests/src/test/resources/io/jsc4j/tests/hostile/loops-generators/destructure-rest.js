// Takes the rest of an endless iterator by destructuring.
// expect: terminated
const [a, ...rest] = { *[Symbol.iterator]() { while (true) yield 1; } };
