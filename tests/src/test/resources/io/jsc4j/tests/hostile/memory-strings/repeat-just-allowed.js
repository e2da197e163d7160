// A string just below the engine's maximum, which Java would have to copy.
// expect: value|throws|terminated
'x'.repeat(2 ** 29);
