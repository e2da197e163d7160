// Substrings that each keep their large original alive.
// expect: terminated|throws
const keep = [];
for (let i = 0; ; i++) keep.push(('x' + i).repeat(20000).substring(1, 5), i);
