// Reads an array nested a million deep.
// expect: throws|value
JSON.parse('['.repeat(1000000) + ']'.repeat(1000000));
