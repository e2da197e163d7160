// Retries itself in the handler of its own end.
// expect: terminated
function run() { try { for (;;); } catch { run(); } finally { run(); } }
run();
