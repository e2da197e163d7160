// A Set made from an endless iterator of one element.
// expect: terminated
new Set({ [Symbol.iterator]() { return { next: () => ({ value: 1 }) }; } });
