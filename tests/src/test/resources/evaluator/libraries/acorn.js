load(scriptArgs[0]);
const source = readFile(scriptArgs[0]);
const tree = acorn.parse(source, { ecmaVersion: 'latest', locations: true });
const kinds = {};
(function count(node) {
  kinds[node.type] = (kinds[node.type] ?? 0) + 1;
  for (const key of Object.keys(node)) {
    const child = node[key];
    for (const c of Array.isArray(child) ? child : [child]) if (c && typeof c.type === 'string') count(c);
  }
})(tree);
print(acorn.version, tree.type, tree.end === source.length, tree.loc.end.line);
print(Object.fromEntries(Object.entries(kinds).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 12)));
print(acorn.parse('let x = a?.b ** 2n', { ecmaVersion: 2022 }).body[0].declarations);
print([...acorn.tokenizer('`a${1}b` => /x/u', { ecmaVersion: 2022 })].map((t) => [t.type.label, t.start, t.end]));
try {
  acorn.parse('let = 1;\nlet 5', { ecmaVersion: 2022 });
} catch (e) {
  print(e.name, e.message, e.loc.line, e.pos);
}
