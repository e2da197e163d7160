// Calls a host function in each of a chain of microtasks.
// expect: value
// ends-by: hostCalls|microtasks
// needs: hostFunctions
(function next() { host.echo(1); Promise.resolve().then(next); })();
