// A finally block whose continue discards what leaves the try block.
// expect: terminated
(function () { for (;;) { try { return 1; } finally { continue; } } })();
