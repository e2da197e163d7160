// Compares long strings by the rules of a locale, again and again.
// expect: terminated
const a = 'ä'.repeat(5000), b = 'ä'.repeat(5000) + 'x';
for (;;) a.localeCompare(b, 'de', { sensitivity: 'base' });
