// Parses minified JavaScript.
function run() {
  return expect(24721, module.exports.parseScript(input, { tokens: true }).tokens.length);
}
