// Gives a result of a million letters.
// expect: value
// ends-by: output
'x'.repeat(1e6);
