// Loops in a for statement that has nothing at all.
// expect: terminated
for (;;);
