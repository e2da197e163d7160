// A toJSON on Object.prototype.
// expect: value
Object.prototype.toJSON = function () { return { polluted: true }; };
({ x: 1 });
