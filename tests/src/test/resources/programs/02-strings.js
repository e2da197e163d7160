// Strings: methods, Unicode, escapes, templates, tagged templates, quotes in nested output.
const s = 'The quick brown fox';
console.log(s, [s], { s });
console.log(s.split(' '), s.split(''), [...'añ😀e\u0301']);
console.log(['a', 'b'].join('-'), s.replace(/o/g, '0'), s.replaceAll('o', (m, i) => `<${i}>`), s.at(-1), s.slice(-3), s.substring(7, 4));
console.log(["it's", 'say "hi"', `both ' and "`, 'tick ` \' "', '${x} \' "']);
console.log(['\n\t\r\b\f\v\0', '\x07\x1b', '\u2028', '\x7f\x80\x9f', '\\']);
console.log(['\ud83d', '\ude00x', '\ud83d\ude00', 'é', 'e\u0301']);
console.log('padStart'.padStart(12, '*'), 'padEnd'.padEnd(10, 'ab') + '|', '  trim '.trim() + '|', 'x'.repeat(3));
function tag(strings, ...values) {
  return { raw: [...strings.raw], cooked: [...strings], values };
}
console.log(tag`a${1}\n${{ b: 2 }}c`);
console.log('straße'.toUpperCase(), 'İ'.toLowerCase().length, 'ß'.localeCompare('ss') !== 0, 'abc' < 'abd', 'Z' < 'a');
console.log('\u0041\u{1F600}'.codePointAt(1).toString(16), 'a\u0308'.normalize('NFC').length, 'ä'.normalize('NFD').length);
console.log(['日本語', '한국어', '中文字符', 'ｆｕｌｌ', '🎉🎊', 'plain', 'x', 'emoji 👍🏽', 'Ünïcödé', 'a', 'b', 'c', 'd', 'e', 'f']);
console.log({ long: 'x'.repeat(100), lines: 'first line of several\nsecond line of several\nthird line of them' });
console.log(['first line of several\nsecond line of several\nthird line of them and a long one it is, too']);
console.log('isWellFormed' in String.prototype, 'abcabc'.lastIndexOf('b'), 'abc'.includes('bc'), 'aXbX'.search(/X/));
console.log('%s|%s|%s|%o', 'str', Symbol('sym'), 10n, 'quoted');
