// Pads a string to two billion units.
// in-process: escapes (making its two billion units is one operation of the engine's own)
// expect: throws
'x'.padEnd(2 ** 31 - 1, 'yz').charAt(7);
