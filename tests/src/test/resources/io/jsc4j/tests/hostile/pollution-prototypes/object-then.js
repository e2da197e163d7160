// Makes every object a thenable.
// expect: value
Object.prototype.then = function (resolve) { resolve('polluted'); };
({ x: 1 });
