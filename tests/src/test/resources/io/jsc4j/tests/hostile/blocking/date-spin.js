// Waits for the clock.
// expect: terminated
const end = Date.now() + 1e9;
while (Date.now() < end);
