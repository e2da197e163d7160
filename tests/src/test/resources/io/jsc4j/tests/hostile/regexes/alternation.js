// Alternatives that overlap, in exponentially many combinations.
/^(a|a|a)*$/.test('a'.repeat(40) + '!');
