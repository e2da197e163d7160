// Evaluated before a library, which finds what it looks for when it is loaded as a CommonJS module.
var global = this;
var module = { exports: {} };
var exports = module.exports;

function require(name) {
  if (name === "crypto") return {}; // crypto-js asks for it, and goes on without.
  throw new Error("there is no module " + name);
}

// Ends a benchmark whose result is wrong.
function expect(expected, result) {
  if (result !== expected) throw new Error("it came to " + result + " instead of " + expected);
  return 1;
}
