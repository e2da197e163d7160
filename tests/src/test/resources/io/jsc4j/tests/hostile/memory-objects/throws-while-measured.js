// Throws all the time, so that whoever looks at the heap meets an exception on its way.
// expect: terminated
const size = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
for (;;) try { size.call({}); break; } catch { }
