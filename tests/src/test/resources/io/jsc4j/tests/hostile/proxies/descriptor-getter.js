// A descriptor that is itself full of getters with side effects.
// expect: value
const log = [];
new Proxy({}, { ownKeys: () => ['x'], getOwnPropertyDescriptor: () => ({ get value() { log.push(1); throw log; }, get enumerable() { return true; }, configurable: true }) });
