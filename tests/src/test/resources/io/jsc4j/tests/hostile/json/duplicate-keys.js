// A hundred thousand times the same key, and keys that are array indices.
// expect: value
JSON.parse('{' + '"a":1,'.repeat(100000) + '"4294967294":1,"4294967295":2,"-0":3}');
