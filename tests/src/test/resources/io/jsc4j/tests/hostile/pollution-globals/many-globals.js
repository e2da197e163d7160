// Adds a hundred thousand globals.
// expect: value|terminated
for (let i = 0; i < 100000; i++) globalThis['g' + i] = i;
1;
