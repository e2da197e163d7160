// Computes numbers that never converge, in code that the optimising compilers take over.
// expect: terminated
let a = 1, b = 1;
for (;;) { a = Math.sin(a) + b; b = Math.cos(b) * a; }
