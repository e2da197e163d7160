// A rope of a hundred thousand pieces that is flattened by one look.
// expect: value|terminated
let s = '';
for (let i = 0; i < 100000; i++) s = 'a' + s + 'b';
s.charCodeAt(50000); s.length;
