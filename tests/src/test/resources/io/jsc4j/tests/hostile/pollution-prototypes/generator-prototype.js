// Generators whose next, return and throw are others.
// expect: value
const G = Object.getPrototypeOf(function* () {}).prototype;
G.next = () => null; G.return = () => { throw 1; };
(function* () { yield 1; })();
