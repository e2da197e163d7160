// Squares a big int until the engine refuses.
// expect: throws|terminated
let n = 3n;
for (;;) n *= n;
