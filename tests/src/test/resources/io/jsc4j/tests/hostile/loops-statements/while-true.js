// Loops for ever in the plainest way.
// expect: terminated
while (true) {}
