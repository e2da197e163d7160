// An iterable that is an iterable only every second time.
// expect: value
let n = 0;
({ get [Symbol.iterator]() { return n++ % 2 ? 5 : function* () { yield 1; }; } });
