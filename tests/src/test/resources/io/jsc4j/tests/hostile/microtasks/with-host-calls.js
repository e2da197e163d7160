// Awaits what a host function gives, for ever.
// expect: value
// ends-by: microtasks|hostCalls
// needs: hostFunctions
(async () => { for (;;) await host.echo(Promise.resolve(1)); })();
