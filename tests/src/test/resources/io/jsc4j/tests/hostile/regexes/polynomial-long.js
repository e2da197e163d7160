// The same expression on a hundred thousand spaces, which takes seconds in one operation.
// in-process: escapes (one match is one operation of the engine's own)
/\s+$/.test(' '.repeat(100000) + 'x');
