// Loops over objects of ever other shapes, to keep the engine's caches from settling.
// expect: terminated
let i = 0;
for (;;) { const o = {}; o['p' + (i++ % 500)] = i; o.q = o['p' + (i % 500)]; }
