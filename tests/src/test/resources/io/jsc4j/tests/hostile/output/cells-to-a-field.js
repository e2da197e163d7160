// Writes long strings to a field of an exported Java object.
// expect: terminated
// ends-by: output
// needs: hostFunctions
account.owner; const s = 'x'.repeat(1000);
for (;;) account.owner = s;
