// Backreferences, which no automaton can shorten.
/^(.*)(.*)(.*)\1\2\3x$/.test('ab'.repeat(60));
