// Hands over strings from a finally block.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const s = 'x'.repeat(1000);
for (;;) { try { throw s; } catch (e) { continue; } finally { host.text(s); } }
