// A toString that converts itself.
// expect: throws
const o = { toString() { return `${this}`; } };
String(o);
