// An array of the greatest length, filled for real.
// expect: terminated|throws
new Array(2 ** 32 - 1).fill(0);
