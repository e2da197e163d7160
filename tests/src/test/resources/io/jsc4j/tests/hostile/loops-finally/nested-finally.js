// A tower of finally blocks, each a loop that would run when the one below is ended.
// expect: terminated
try { try { try { for (;;); } finally { for (;;); } } finally { for (;;); } } finally { for (;;); }
