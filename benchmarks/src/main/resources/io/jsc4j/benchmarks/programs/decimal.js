// Pi to 200 digits by Machin's formula, and the square root of two.
function run() {
  var Decimal = module.exports.clone({ precision: 210 });
  function arctanOfInverse(x) {
    var square = x * x, power = new Decimal(1).div(x), sum = power, sign = -1;
    for (var k = 3; power.e > -210; k += 2, sign = -sign) {
      power = power.div(square);
      sum = sum.plus(power.div(k * sign));
    }
    return sum;
  }
  var pi = arctanOfInverse(5).times(4).minus(arctanOfInverse(239)).times(4);
  return expect("9303819606057147", pi.toFixed(200).slice(-8) + new Decimal(2).sqrt().toFixed(200).slice(-8));
}
