// Writes three hundred objects as YAML and reads them.
var data = [];
for (var i = 0; i < 300; i++) data.push({ id: i, name: "name " + i, price: i + 0.5, tags: ["a", "b"], nested: { on: i % 2 === 0, text: "two\nlines: " + i } });

function run() {
  var yaml = module.exports.dump(data);
  return expect(39309.5, yaml.length + module.exports.load(yaml)[299].price);
}
