// Counting microtasks, in the service realm.
({
  // Calls report with each of the counts, ascending, and the turn, when that many microtasks have followed from each other.
  count(counts, report, turn) {
    (async () => {
      let passed = 0;
      for (const count of counts) {
        for (; passed < count; passed++) {
          await undefined;
        }
        report(count, turn);
      }
    })();
  },
})
