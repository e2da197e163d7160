// Loops in the replacer of JSON.stringify.
// expect: terminated
JSON.stringify({ a: 1 }, () => { for (;;); });
