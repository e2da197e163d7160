// Makes every descriptor enumerable, configurable and writable by inheritance.
// expect: value
Object.assign(Object.prototype, { enumerable: true, configurable: true, writable: true });
[{ a: 1 }];
