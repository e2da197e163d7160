// Joins an array through a string conversion that loops.
// expect: terminated
[{ toString() { for (;;); } }].join();
