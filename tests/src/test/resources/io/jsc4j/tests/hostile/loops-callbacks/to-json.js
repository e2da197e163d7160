// Loops in toJSON.
// expect: terminated
JSON.stringify({ toJSON() { for (;;); } });
