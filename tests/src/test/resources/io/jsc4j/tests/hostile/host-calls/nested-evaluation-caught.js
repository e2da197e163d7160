// Evaluates such a script again when it is ended.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) try { host.eval('for (;;) host.echo(1)'); } catch { } finally { host.echo(1); }
