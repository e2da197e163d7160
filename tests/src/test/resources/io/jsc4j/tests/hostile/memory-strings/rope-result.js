// Hands the host a rope whose flat form is larger than it may take.
// expect: value|throws
let s = 'ab';
for (let i = 0; i < 27; i++) s += s;
s;
