// Hands the host a regular expression that is slow on innocent text.
// expect: value
/^(x+x+)+y$|^(a+)+$/;
