// Compresses minified JavaScript and restores it.
function run() {
  var small = module.exports.deflate(input);
  var same = module.exports.inflate(small, { to: "string" });
  return expect(14623, same === input ? small.length : -1);
}
