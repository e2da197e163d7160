// An iterator helper that filters everything out of an endless iterator.
// expect: terminated|throws
(function* () { for (;;) yield 1; })().filter(() => false).next();
