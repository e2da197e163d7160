// A letter that grows when its case changes, many times.
// expect: value|throws|terminated
'\u00df'.repeat(4e6).toUpperCase().length + '\u0149'.repeat(1e6).toUpperCase().length;
