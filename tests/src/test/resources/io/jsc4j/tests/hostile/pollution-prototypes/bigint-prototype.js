// Big ints write themselves as other numbers.
// expect: value
BigInt.prototype.toString = () => '666'; BigInt.prototype.valueOf = () => 666n; BigInt.asIntN = () => 666n;
123456789012345678901234567890n;
