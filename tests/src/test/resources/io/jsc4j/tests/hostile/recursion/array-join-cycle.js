// An array that contains itself through an object with a toString.
// expect: throws|value
const a = [1];
a.push({ toString: () => a.map(String).join() });
String(a);
