// A regular expression whose flags change with each look.
// expect: terminated
const r = /x/;
let n = 0;
Object.defineProperty(r, 'flags', { get: () => n++ % 2 ? 'g' : 'gy' });
Object.defineProperty(r, 'lastIndex', { value: 0, writable: true });
r.exec = () => { r.lastIndex = 0; return ['x']; };
'xxx'.match(r), 'xxx'.replaceAll(r, 'y');
