// Joins an array of holes by a long separator.
// expect: throws|terminated
new Array(2 ** 20).join('x'.repeat(10000)).length.toFixed() + new Array(2 ** 25).join('x'.repeat(1000));
