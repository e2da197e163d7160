// Grows a table of references without an end.
// expect: throws|terminated
const t = new WebAssembly.Table({ element: 'externref', initial: 1 });
for (;;) t.grow(100000, {});
