// Quadratic, not exponential, on a text that is long enough.
/\s+$/.test(' '.repeat(5000) + 'x');
