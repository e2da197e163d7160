// A getter in an array that makes it longer each time.
// expect: value
const a = [1];
Object.defineProperty(a, 0, { get() { a.push(a.length); return 0; }, enumerable: true });
a;
