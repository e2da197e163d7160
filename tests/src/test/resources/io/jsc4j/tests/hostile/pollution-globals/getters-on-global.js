// Getters in place of every global, each of which throws.
// expect: value
const { getOwnPropertyNames, getOwnPropertyDescriptor, defineProperty } = Object, all = globalThis;
for (const k of getOwnPropertyNames(all)) if (k !== 'globalThis' && getOwnPropertyDescriptor(all, k)?.configurable)
  defineProperty(all, k, { get() { throw k; }, configurable: false });
({ x: 1 });
