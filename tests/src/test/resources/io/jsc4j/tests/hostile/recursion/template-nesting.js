// Source text with thousands of template literals within one another.
// expect: throws|value
eval('`${'.repeat(20000) + '1' + '}`'.repeat(20000));
