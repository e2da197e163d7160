// Pads a string to two billion units.
// expect: throws
'x'.padEnd(2 ** 31 - 1, 'yz').charAt(7);
