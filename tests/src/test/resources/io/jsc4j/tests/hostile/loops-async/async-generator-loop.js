// An async generator whose body loops in a later turn.
const it = (async function* () { yield 1; for (;;); })();
it.next().then(() => it.next());
