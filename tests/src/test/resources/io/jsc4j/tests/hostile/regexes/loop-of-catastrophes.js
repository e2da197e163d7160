// Many slow expressions one after the other, each below every limit of the engine's.
// expect: terminated|throws
for (;;) /^(a+)+$/.test('a'.repeat(28) + 'b');
