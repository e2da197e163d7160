// A Map that grows for ever.
// expect: terminated|throws
const m = new Map();
for (let i = 0; ; i++) m.set(i, [i]);
