// Queues jobs that call a host function, then calls it itself until it is ended.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (let i = 0; i < 50; i++) Promise.resolve().then(() => { for (;;) host.echo(1); });
for (;;) host.echo(1);
