// A getter that turns the array into a dictionary while it is read.
// expect: value
const a = [1, 2, 3];
Object.defineProperty(a, 0, { get() { a[4000000000] = 1; a.length = 3; delete a[1]; return 0; }, enumerable: true });
a;
