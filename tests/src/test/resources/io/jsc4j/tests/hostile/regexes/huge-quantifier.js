// Quantifiers that multiply to more states than memory has.
try { new RegExp('(((a{1000}){1000}){1000}){1000}').test('a'); } catch (e) { e instanceof SyntaxError; }
