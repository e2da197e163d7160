// Writes sixty levels, each of which has the next one twice.
// in-process: escapes (one operation of the engine's own; it ends at the longest string)
let o = {};
for (let i = 0; i < 60; i++) o = [o, o];
JSON.stringify(o);
