// Iterators that are not iterable, and async ones that are not either.
// expect: value
const I = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
I[Symbol.iterator] = undefined;
I[Symbol.asyncIterator] = () => 1;
new Set([1, 2]).values();
