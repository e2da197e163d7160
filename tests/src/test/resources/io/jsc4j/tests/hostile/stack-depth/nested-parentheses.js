// A function of parentheses within parentheses.
// expect: throws|terminated
new Function('('.repeat(50000) + ')'.repeat(50000));
