// Hands the host a function that never returns.
// expect: value
(function run() { for (;;); });
