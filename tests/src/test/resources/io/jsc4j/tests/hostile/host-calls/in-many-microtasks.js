// Calls a host function a hundred times in each of a chain of microtasks.
// expect: value
// ends-by: hostCalls
// needs: hostFunctions
(function next() { for (let i = 0; i < 100; i++) host.echo(1); Promise.resolve().then(next); })();
