// Sorts with a host function as the comparator.
// expect: terminated
// ends-by: hostCalls
// needs: hostFunctions
const a = Array.from({ length: 1e4 }, (_, i) => i * 7919 % 10007);
for (;;) a.toSorted(host.echo);
