// Hands over strings for ever, and catches what comes of it.
// expect: terminated
// ends-by: output
// needs: hostFunctions
const s = 'x'.repeat(1000);
for (;;) try { host.text(s); } catch (e) { try { host.text(s); } catch { } }
