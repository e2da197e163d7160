// Normalises a string of combining marks in the wrong order, in quadratic time and one operation.
// in-process: escapes (one operation of the engine's own, in ICU)
('e' + '\u0301\u0323'.repeat(100000)).normalize('NFC').length;
