// A character class of every character, a thousand times.
const all = Array.from({ length: 5000 }, (_, i) => '\\u' + i.toString(16).padStart(4, '0')).join('');
new RegExp('[' + all.repeat(10) + ']+', 'u').test('x');
