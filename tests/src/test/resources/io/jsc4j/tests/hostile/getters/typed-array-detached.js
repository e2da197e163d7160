// A getter that detaches the buffer of the array beside it.
// expect: value
const a = new Uint8Array([1, 2, 3]);
({ get x() { a.buffer.transfer(); return 1; }, a, b: a.buffer });
