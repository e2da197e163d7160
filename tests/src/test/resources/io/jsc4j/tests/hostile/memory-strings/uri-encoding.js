// Encodes a large string so that it grows nine times, again and again.
// expect: throws|terminated
let s = '\u20ac';
for (;;) s = encodeURIComponent(s);
