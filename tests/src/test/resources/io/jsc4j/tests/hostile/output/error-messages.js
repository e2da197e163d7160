// Errors with long messages and stacks, thrown through host functions.
// expect: terminated
// ends-by: output|hostCalls
// needs: hostFunctions
const f = () => { throw new Error('x'.repeat(2000)); };
for (;;) try { host.call(f); } catch { }
