// Counts in big ints, each an allocation, wrapped so that none grows.
// expect: terminated
let n = 0n;
while (n >= 0n) n = BigInt.asUintN(64, n * 3n + 1n);
