// Loops while an object is made a property key.
// expect: terminated
({})[{ toString() { while (1); } }];
