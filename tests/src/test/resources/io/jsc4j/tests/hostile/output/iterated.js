// An iterator of strings that a host function goes through.
// expect: terminated|value
// ends-by: output
// needs: hostFunctions
host.iterate((function* () { for (;;) yield 'x'.repeat(500); })());
