// Promises that are never settled, with reactions on each.
// expect: terminated|throws
const keep = [];
for (;;) { const p = new Promise(() => {}); p.then(() => keep); keep.push(p); }
