// A property name of eight million units, and the list of its keys.
// expect: value|throws|terminated
({ ['k'.repeat(2 ** 23)]: 1 });
