// Loops in a do statement whose condition is an assignment that stays true.
// expect: terminated
let going;
do { going = 1; } while (going = true);
