// Pushes until memory is full.
// expect: terminated|throws
const a = [];
for (;;) a.push({});
