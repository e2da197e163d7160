// Regular expressions: groups, look-around, sticky, Unicode, replacement functions; match arrays have extra keys.
console.log(/a+/gi, [/[/\]]+/], new RegExp('/', 'm'), Object.assign(/x/y, { note: 1 }));
console.log('2024-02-29'.match(/(\d+)-(\d+)-(\d+)/));
console.log('2024-02-29'.match(/(?<year>\d+)-(?<month>\d+)/));
console.log('aBcaB'.match(/ab/gi), 'none'.match(/x/), /(a)|(b)/.exec('b'));
console.log([...'a1b22c333'.matchAll(/([a-z])(\d+)/g)].map((m) => [m.index, ...m]));
console.log('John Smith'.replace(/(?<first>\w+)\s(?<last>\w+)/, '$<last>, $<first>'), 'aaa'.replace(/a/g, (m, i) => i), 'x-y'.replace(/(x)-(y)/, '$2$$$1$&$`'));
console.log('price: 100 EUR, 200 USD'.match(/\d+(?= EUR)|(?<=, )\d+/g), 'abc'.replace(/(?<!a)b|c/g, '*'), /^(?!.*\d).+$/.test('abc'));
const sticky = /foo/y;
sticky.lastIndex = 3;
console.log(sticky.test('barfoo'), sticky.lastIndex, sticky.test('barfoo'), sticky.lastIndex);
console.log('😀x'.match(/./u)[0].length, '😀'.match(/./)[0].length, /\p{Lu}/u.test('Ä'), 'ÄÖü'.match(/\p{Ll}/gu), /^\u{1F600}$/u.test('😀'));
console.log('one  two,three'.split(/[\s,]+/), 'a1b2'.split(/(\d)/), 'abc'.split(''), ''.split(/x/));
console.log('line1\nline2'.match(/^\w+$/gm), /a.b/s.test('a\nb'), /[\d-x]+/.exec('1-x')[0], /\bfoo\b/.test('a foo b'));
const tokens = [];
const lexer = /\s*(?:(?<number>\d+\.?\d*)|(?<name>[a-z_]\w*)|(?<op>[-+*/()=]))/giy;
for (let m; (m = lexer.exec('x_1 = 3.14 * (radius + 2)')); ) {
  const [kind, text] = Object.entries(m.groups).find(([, v]) => v !== undefined);
  tokens.push({ kind, text });
}
console.log(tokens);
console.log(/(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0], /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac').slice(), /(?=(a+))a*b\1/.exec('baaabac').slice());
console.log(RegExp('a', 'dgimsuy').flags, /[\u{61}-z]/u.source, String(/[/]\//), new RegExp('\n').source, RegExp.prototype.toString.call(/a/g));
const withIndices = /a(?<b>b)?/d.exec('xab');
console.log(withIndices.indices[0], withIndices.indices.groups.b);
console.log('camelCaseStringHere'.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase()), 'a-b_c'.replace(/[-_](\w)/g, (_, c) => c.toUpperCase()));
