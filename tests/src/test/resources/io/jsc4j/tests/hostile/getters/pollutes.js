// A getter that pollutes the prototypes in the middle of a conversion.
// expect: value
({ a: 1, get b() { Array.prototype.push = Object.keys = Reflect.ownKeys = JSON.stringify = () => { throw 'polluted'; }; Object.prototype[0] = 'x'; return [1, 2]; }, c: [3] });
