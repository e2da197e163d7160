// Hands the host fifty thousand levels, whose indented text is quadratic in them.
// expect: value
// in-process: escapes (an indented toJson of it is one operation of the engine's own)
let o = { end: true };
for (let i = 0; i < 50000; i++) o = { o };
o;
