// Makes the length of Array.prototype huge and unchangeable.
// expect: value|throws
Array.prototype.length = 2 ** 32 - 1; Object.freeze(Array.prototype);
[1];
