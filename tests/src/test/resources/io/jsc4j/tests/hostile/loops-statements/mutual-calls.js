// Two functions that call each other in a loop, never deeper than two.
// expect: terminated
function ping(n) { return n + 1; }
function pong(n) { return ping(n) - 1; }
let value = 0;
for (;;) value = ping(pong(value)) % 7;
