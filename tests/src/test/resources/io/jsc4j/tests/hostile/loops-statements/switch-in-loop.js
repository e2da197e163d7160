// Breaks out of a switch, which is not the loop around it.
// expect: terminated
while (1) { switch (1) { case 1: break; default: throw 1; } }
