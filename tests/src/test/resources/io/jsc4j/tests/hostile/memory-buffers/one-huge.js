// One buffer of eight terabytes.
// expect: throws
new ArrayBuffer(2 ** 43);
