// A constructor whose prototype property is a getter that loops, read by new.
// expect: terminated
function F() {}
const bound = F.bind();
Reflect.construct(Object, [], Object.defineProperty(bound, 'prototype', { get() { for (;;); } }));
