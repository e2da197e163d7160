// Loops in an async function before its first await, within the call.
// expect: terminated
(async () => { for (;;); })();
