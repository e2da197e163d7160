// Keeps the matches of a regular expression over a large text.
// expect: terminated|throws
const keep = [];
for (;;) keep.push('abc'.repeat(1000).match(/./g));
