// Takes the prototypes away from Array.prototype and Function.prototype.
// expect: value
Object.setPrototypeOf(Array.prototype, null); Object.setPrototypeOf(Function.prototype, null);
[() => 1, [2]];
