// Loops without a single function call or allocation that lives, on strings.
// expect: terminated
let s = 'a';
while (s < 'b') { s = s === 'a' ? 'aa' : 'a'; }
