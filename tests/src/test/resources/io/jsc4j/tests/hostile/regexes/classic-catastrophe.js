// The classic: nested quantifiers and an end that does not match.
/^(a+)+$/.test('a'.repeat(40) + 'b');
