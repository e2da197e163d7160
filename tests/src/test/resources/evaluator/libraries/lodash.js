load(scriptArgs[0]);
print(_.VERSION, _.chunk([1, 2, 3, 4, 5], 2), _.groupBy([6.1, 4.2, 6.3], Math.floor));
print(_.chain([{ u: 'b', n: 40 }, { u: 'a', n: 30 }, { u: 'b', n: 1 }]).groupBy('u').mapValues((v) => _.sumBy(v, 'n')).toPairs().sortBy(0).value());
print(_.merge({ a: [{ b: 2 }, { d: 4 }] }, { a: [{ c: 3 }, { e: 5 }] }), _.get({ a: { b: [{ c: 7 }] } }, 'a.b[0].c'), _.isEqual([1, { a: new Date(0) }], [1, { a: new Date(0) }]));
print(_.template('hello <%= user %>: <% _.forEach(items, i => { %>[<%- i %>]<% }) %>')({ user: 'fred', items: ['<b>', '&'] }));
print(_.camelCase('--foo-bar--'), _.startCase('fooBar'), _.deburr('déjà vu'), _.words('fred, barney, & pebbles'), _.cloneDeep(new Map([[{ a: 1 }, new Set([/x/g])]])));
