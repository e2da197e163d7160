// A reviver that deletes and replaces what is still to be visited.
// expect: value|throws
JSON.parse('{"a":1,"b":{"c":[1,2,3]},"d":4}', function (k, v) { if (k === 'a') { delete this.b; this.d = new Proxy([1, 2, 3], {}); } return v; });
