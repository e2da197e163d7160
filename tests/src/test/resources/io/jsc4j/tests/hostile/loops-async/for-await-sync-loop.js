// for await over a sync iterator that loops in its next method.
(async () => { for await (const x of { [Symbol.iterator]: () => ({ next() { for (;;); } }) }); })();
