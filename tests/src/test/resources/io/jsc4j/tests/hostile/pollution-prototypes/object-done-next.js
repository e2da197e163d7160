// done, next, value and return on Object.prototype, where iteration looks for them.
// expect: value
Object.assign(Object.prototype, { done: true, next: () => 1, return: () => { throw 'return'; } });
(function* () { yield 1; yield 2; })();
