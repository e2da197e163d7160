// The loop's work is in its condition, a chain of commas.
// expect: terminated
let n = 0;
while (n++, n |= 0, n ^= n, !n) ;
