load(scriptArgs[0]);
print(marked.parse('# Title\n\nA *b* **c** `d` [link](http://x.example "t") <i>raw</i>\n\n1. one\n2. two\n   - nested\n\n> quote\n\n```js\nlet x = 1 < 2;\n```\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n'));
print(marked.lexer('- a\n- [x] b')[0].items.map(({ type, task, checked, text }) => ({ type, task, checked, text })));
