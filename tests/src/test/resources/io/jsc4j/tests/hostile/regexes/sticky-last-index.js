// A lastIndex beyond every string, of a kind that is converted with side effects.
// expect: value
const r = /a/y;
r.lastIndex = { valueOf() { r.compile('b', 'g'); return 2 ** 53; } };
r.exec('aaa'); r;
