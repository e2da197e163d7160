// Filters, groups, sorts and copies five thousand orders.
var orders = [];
for (var i = 0; i < 5000; i++) orders.push({ id: i, customer: "c" + i * 7 % 101, price: i * 13 % 997, tags: ["a" + i % 3, "b" + i % 5] });

function run() {
  var _ = module.exports;
  var top = _(orders).filter(function (order) { return order.price > 100; })
    .groupBy("customer")
    .mapValues(function (those) { return _.sumBy(those, "price"); })
    .toPairs().sortBy([1, 0]).reverse().take(10).value();
  var tags = _.countBy(_.flatMap(orders, "tags"));
  var copy = _.cloneDeep(orders);
  return expect(28879, top[0][1] + tags.a0 + (_.isEqual(copy, orders) ? 1 : 0) + _.uniqBy(orders, "price").length);
}
