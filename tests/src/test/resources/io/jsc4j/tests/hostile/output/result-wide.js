// Gives a result of letters that need two bytes.
// expect: value
// ends-by: output
'\u{1F600}'.repeat(40000);
