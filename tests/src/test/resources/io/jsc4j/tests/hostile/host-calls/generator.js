// A generator that calls a host function in its finally block, again and again.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
function* g() { for (;;) try { yield host.echo(1); } finally { continue; } }
for (const x of g());
