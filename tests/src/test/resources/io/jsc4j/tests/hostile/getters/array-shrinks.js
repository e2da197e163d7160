// A getter in an array that empties the array while it is converted.
// expect: value
const a = [1, 2, 3, 4, 5];
Object.defineProperty(a, 1, { get() { a.length = 0; return 'gone'; }, enumerable: true });
a;
