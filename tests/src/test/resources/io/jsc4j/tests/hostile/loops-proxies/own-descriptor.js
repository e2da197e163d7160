// Loops in the getOwnPropertyDescriptor trap, asked by the spread of an object.
// expect: terminated
({ ...new Proxy({ a: 1 }, { getOwnPropertyDescriptor() { for (;;); } }) });
