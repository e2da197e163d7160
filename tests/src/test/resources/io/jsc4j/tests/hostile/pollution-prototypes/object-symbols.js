// Every well-known symbol on Object.prototype.
// expect: value
for (const name of Object.getOwnPropertyNames(Symbol)) if (typeof Symbol[name] === 'symbol')
  Object.defineProperty(Object.prototype, Symbol[name], { value: () => { throw new Error(name); }, configurable: true });
({ x: 1 });
