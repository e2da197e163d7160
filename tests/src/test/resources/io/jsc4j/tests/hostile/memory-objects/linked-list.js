// A linked list without an end, which the collector has to walk in full.
// expect: terminated|throws
let head = null;
for (;;) head = { head };
