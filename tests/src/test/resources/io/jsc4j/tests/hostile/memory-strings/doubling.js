// Doubles a string until the engine refuses.
// expect: throws|terminated
let s = 'x';
for (;;) s += s;
