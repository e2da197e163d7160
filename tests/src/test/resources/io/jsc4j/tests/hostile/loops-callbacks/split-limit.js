// Splits by an object whose own split method loops.
// expect: terminated
'a b'.split({ [Symbol.split]() { for (;;); } });
