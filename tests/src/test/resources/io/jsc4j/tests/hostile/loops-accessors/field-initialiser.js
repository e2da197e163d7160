// Loops in the initialiser of a private field.
// expect: terminated
new (class { #x = (() => { for (;;); })(); });
