// Loops in the mapping function of Array.from.
// expect: terminated
Array.from([1], () => { for (;;); });
