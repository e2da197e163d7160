// Calls a host function that always throws, and catches that.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) try { host.throwing('no'); } catch { }
