// Array.from of an iterator that is never done.
// expect: terminated
Array.from({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: null }) }) });
