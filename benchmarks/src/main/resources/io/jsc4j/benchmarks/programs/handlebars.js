// Compiles a template, and fills it in with a hundred orders.
var template = "<h1>{{title}}</h1>{{#each orders}}<h2>{{@index}} {{customer.name}}</h2>{{#if items}}<ul>{{#each items}}"
  + "<li>{{name}}: {{count}} at {{price}}{{#unless @last}},{{/unless}}</li>{{/each}}</ul>{{else}}<p>nothing</p>{{/if}}{{/each}}";
var orders = [];
for (var i = 0; i < 100; i++) {
  var items = [];
  for (var k = 0; k < i % 7; k++) items.push({ name: "<thing> " + k, count: k + 1, price: k * 1.5 });
  orders.push({ customer: { name: "Customer & " + i }, items: items });
}

function run() {
  return expect(13772, module.exports.compile(template)({ title: "Orders", orders: orders }).length);
}
