// Loops in Symbol.toPrimitive, called by a comparison.
// expect: terminated
({ [Symbol.toPrimitive]() { for (;;); } }) > 1;
