// Spreads an endless iterator whose elements are small.
// expect: terminated
function* g() { for (;;) yield; }
Math.max(...g());
