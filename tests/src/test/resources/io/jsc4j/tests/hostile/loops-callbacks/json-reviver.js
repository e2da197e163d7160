// Loops in the reviver of JSON.parse.
// expect: terminated
JSON.parse('[1,2]', () => { for (;;); });
