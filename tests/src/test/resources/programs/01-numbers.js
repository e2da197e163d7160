// Numbers: formatting, rounding, parsing, bit operations, and how they are shown inside other things.
const interesting = [0, -0, 1, -1, 0.1 + 0.2, 1e21, 1e-7, 123456789012345680000, 5e-324, 1.7976931348623157e308, NaN, Infinity, -Infinity];
console.log(interesting);
for (const n of interesting) {
  console.log(n, String(n), n.toFixed(3), n.toExponential(4), n.toPrecision(5), Object.is(n, -0));
}
console.log([255, 4095, -17].map((n) => [n.toString(2), n.toString(16), n.toString(36)]));
console.log(['12px', '0x1f', '  7 ', '', '1e3', '.5.', '-0'].map((s) => ({ s, int: parseInt(s), float: parseFloat(s), number: Number(s) })));
console.log([1 << 31, 1 >>> 0, -1 >>> 0, ~~3.7, 2 ** 53 + 1, 7 % -3, -7 % 3, 5.5 % 2]);
console.log(Math.max(), Math.min(), Math.hypot(3, 4), Math.sign(-0), Math.trunc(-4.7), Math.round(-0.5), Math.fround(5.05), Math.clz32(1));
console.log(Number.MAX_SAFE_INTEGER, Number.EPSILON, Number.isInteger(5.0), Number.isSafeInteger(2 ** 53));
console.log({ nested: { zero: -0, list: [-0, 0, -1.5] } }, [[-0]], new Set([-0, 0, NaN, NaN]), new Map([[NaN, -0]]));
console.log(Array.from({ length: 120 }, (_, i) => i * i));
console.log(Array.from({ length: 40 }, (_, i) => 1 / (i + 1)));
console.log((1234.5678).toFixed(2), (0.000001234).toString(), (1e21).toLocaleString === undefined, (25).toString(36));
console.log('%d %i %f %s', 42.9, 42.9, '42.9abc', -0, 17);
