// Sorts with a comparison that lies, over and over.
// expect: terminated
const list = Array.from({ length: 100 }, (_, i) => i);
for (;;) list.sort(() => Math.random() - 0.5);
