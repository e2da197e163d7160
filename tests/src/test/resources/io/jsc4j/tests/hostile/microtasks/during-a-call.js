// A host function awaits a promise while a chain of microtasks has no end.
// ends-by: microtasks|time|hostCalls
// needs: hostFunctions
(function next() { Promise.resolve().then(next); })();
host.await(new Promise(() => {}));
