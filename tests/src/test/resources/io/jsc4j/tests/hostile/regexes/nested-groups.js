// A hundred thousand groups within one another.
// expect: throws|value
new RegExp('('.repeat(100000) + ')'.repeat(100000)).test('');
