// Asks for the longest string at once.
// expect: throws
'x'.repeat(2 ** 31);
