// BigInt: arithmetic, conversion, big results, in collections.
const factorial = (n) => (n < 2n ? 1n : n * factorial(n - 1n));
console.log(factorial(30n), [factorial(20n)], { f: factorial(25n) }, factorial(100n).toString().length);
console.log(7n / 2n, -7n / 2n, 7n % -3n, -7n % 3n, 2n ** 64n, (-2n) ** 63n, 5n & 3n, 5n | 3n, 5n ^ 3n, ~5n, 1n << 70n, -1n >> 3n);
console.log(10n > 9, 10n == 10, 10n === 10, [3n, 1, 2n, 10].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), typeof 1n, !!0n, 0n === -0n);
console.log(BigInt('0xff'), BigInt(' 42 '), BigInt(2 ** 60), Number(2n ** 64n), parseInt('9007199254740993'), BigInt.asIntN(8, 255n), BigInt.asUintN(8, -1n));
console.log((255n).toString(16), BigInt('0b1010'), Object(5n), [Object(-5n)], new Map([[1n, 'one']]).get(1n), new Set([1n, 1, 1n]));
const isPrime = (n) => {
  if (n < 2n) return false;
  for (let d = 2n; d * d <= n; d++) if (n % d === 0n) return false;
  return true;
};
console.log(Array.from({ length: 60 }, (_, i) => BigInt(i)).filter(isPrime));
const modPow = (base, exp, mod) => {
  let result = 1n;
  for (base %= mod; exp > 0n; exp >>= 1n, base = (base * base) % mod) if (exp & 1n) result = (result * base) % mod;
  return result;
};
console.log(modPow(2n, 1000n, 1000000007n), modPow(3n, 2n ** 100n, 2n ** 61n - 1n));
console.log(Array.from({ length: 25 }, (_, i) => 2n ** BigInt(i * 5)));
let a = 0n;
let b = 1n;
for (let i = 0; i < 300; i++) [a, b] = [b, a + b];
console.log(a, `${b}`.slice(-20));
console.log([1n, 2n, -3n, 1n, 2n, -3n, 1n, 2n], JSON.stringify({ n: String(5n) }), '%s %d %i', 1n);
console.log('%s %d %i %o', 12n, 34n, 56n, 78n);
for (const f of [() => 1n + 1, () => +1n, () => BigInt('x'), () => 1n / 0n, () => JSON.stringify(1n), () => Math.max(1n)]) {
  try {
    f();
  } catch (e) {
    console.log(e.name);
  }
}
