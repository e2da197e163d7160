// Reads a field of an exported Java object for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
let sum = 0;
for (;;) sum += account.balance;
