// Computes a power whose result has millions of digits, within the engine.
// expect: throws|terminated|value
(7n ** 300000n) % 10n;
