// Searches a long string for a long string that almost matches everywhere.
// expect: value|terminated|throws
const hay = 'a'.repeat(300000), needle = 'a'.repeat(5000) + 'b';
for (let i = 0; i < 3; i++) hay.indexOf(needle);
