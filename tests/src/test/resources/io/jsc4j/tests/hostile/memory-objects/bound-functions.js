// Functions bound to functions that are bound.
// expect: terminated|throws
let f = () => 1;
for (;;) f = f.bind(null, f);
