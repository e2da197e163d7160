// A symbol with a description that is too long for Java's liking.
// expect: value
Symbol('d'.repeat(5e7));
