// A generator that delegates to itself a hundred thousand levels deep.
// expect: throws|value
function* g(n) { if (n) yield* g(n - 1); else yield 1; }
[...g(100000)];
