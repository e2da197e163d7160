// A proxy around a map, alone, whose methods refuse it.
// expect: value
new Proxy(new Map([['k', 'v']]), {});
