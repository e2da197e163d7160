// Text that sets __proto__ and constructor as own keys, handed to the host.
// expect: value
JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"toString":1,"length":-1}');
