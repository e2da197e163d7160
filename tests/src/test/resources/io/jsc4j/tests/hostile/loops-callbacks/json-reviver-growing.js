// A reviver that gives the parser ever more to visit.
// expect: terminated|throws
JSON.parse('{"a":{}}', function (k, v) { this.b = { c: {} }; return v; });
for (;;) JSON.parse('[1]', (k, v) => v);
