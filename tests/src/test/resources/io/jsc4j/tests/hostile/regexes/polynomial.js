// Quadratic, not exponential, on a text that is long enough.
/\s+$/.test(' '.repeat(100000) + 'x');
