// Hands over a string in each of a chain of microtasks.
// expect: value
// ends-by: output|microtasks
// needs: hostFunctions
const s = 'x'.repeat(1000);
(function next() { host.echo(s); Promise.resolve().then(next); })();
