// Loops in the function that gives a replacement.
// expect: terminated
'aaa'.replace(/a/g, () => { for (;;); });
