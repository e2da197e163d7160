// Hands the host an array of a million holes and a few elements.
// expect: value
const a = [1, 2, 3];
a.length = 1000000;
a;
