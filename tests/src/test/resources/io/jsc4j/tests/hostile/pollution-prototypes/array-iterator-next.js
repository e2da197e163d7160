// The next method of array iterators never says that it is done.
// expect: value
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: false, value: 'polluted' });
[1, 2];
