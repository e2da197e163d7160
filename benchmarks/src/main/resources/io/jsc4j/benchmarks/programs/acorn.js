// Parses minified JavaScript of the modern kind.
function run() {
  return expect(input.length, module.exports.parse(input, { ecmaVersion: "latest" }).end);
}
