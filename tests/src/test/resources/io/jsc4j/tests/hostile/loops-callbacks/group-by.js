// Loops in the callback of Object.groupBy.
// expect: terminated|throws
Object.groupBy([1], () => { for (;;); });
