// A Set of ever new objects.
// expect: terminated|throws
const s = new Set();
for (;;) s.add({});
