// Calls a method of an exported Java object for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) account.deposit(1);
