// Loops in the construct trap.
// expect: terminated
new (new Proxy(class {}, { construct() { for (;;); } }))();
