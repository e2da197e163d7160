// Makes host objects for ever.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
for (;;) new HostPoint(1, 2);
