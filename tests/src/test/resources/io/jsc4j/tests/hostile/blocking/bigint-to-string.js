// Writes a big int of a million bits as decimal digits, which takes quadratic time.
// expect: throws|terminated|value
(1n << 200000n).toString().length;
