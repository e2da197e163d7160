// A lookbehind that searches back to the start at each position.
/(?<=^.*a.*b.*c.*)z/.test('abc'.repeat(2000));
