// A text each of whose characters becomes six when it is written.
// expect: value
'\u0000'.repeat(2000000);
