// Loops in the has trap.
// expect: terminated
'x' in new Proxy({}, { has() { for (;;); } });
