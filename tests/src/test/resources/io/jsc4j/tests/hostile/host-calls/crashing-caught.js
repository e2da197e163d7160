// Calls a host function with a mistake in it, and catches that.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) try { host.crashing(); } catch { }
