// A String object with more elements than its string has.
// expect: value
Object.assign(new String('abc'), { 5: 'f', length2: 9, toString() { throw 1; } });
