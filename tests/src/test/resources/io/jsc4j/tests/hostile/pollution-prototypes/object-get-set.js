// Puts get, set, value and the like on Object.prototype, where property descriptors look for them.
// expect: value
Object.prototype.get = () => 'polluted'; Object.prototype.set = () => {}; Object.prototype.value = 'polluted';
({ x: 1 });
