// An array-like whose length loops, given to a function of the language.
// expect: terminated
Array.prototype.map.call({ get length() { for (;;); } }, x => x);
