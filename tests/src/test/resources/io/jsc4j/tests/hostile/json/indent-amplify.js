// Writes deep nesting with the widest indentation.
// expect: value|throws|terminated
let o = [];
for (let i = 0; i < 3000; i++) o = [o, 1];
JSON.stringify(o, null, 10).length;
