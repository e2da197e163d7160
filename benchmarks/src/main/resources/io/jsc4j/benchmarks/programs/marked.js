// Renders js-yaml's page.
function run() {
  return expect(10569, module.exports.parse(input).length);
}
