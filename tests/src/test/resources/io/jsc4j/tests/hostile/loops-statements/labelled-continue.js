// Loops by continuing an outer label, so that the inner loop never ends normally.
// expect: terminated
outer: for (;;) {
  for (let i = 0; i < 3; i++) {
    if (i === 1) continue outer;
  }
}
