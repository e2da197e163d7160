// Loops in Symbol.toStringTag.
// expect: terminated
Object.prototype.toString.call({ get [Symbol.toStringTag]() { for (;;); } });
