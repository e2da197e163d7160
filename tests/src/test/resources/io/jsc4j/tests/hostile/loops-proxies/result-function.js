// Hands the host a proxy of a function that loops whenever it is called or made.
// expect: value
new Proxy(function () {}, { apply() { for (;;); }, construct() { for (;;); } });
