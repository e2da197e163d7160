// An iterator result whose done is a getter that loops.
// expect: terminated
const result = { get done() { for (;;); } };
[...{ [Symbol.iterator]: () => ({ next: () => result }) }];
