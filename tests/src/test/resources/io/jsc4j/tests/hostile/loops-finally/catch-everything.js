// Catches whatever ends the loop, and starts it anew.
// expect: terminated
for (;;) { try { for (;;); } catch {} }
