// Declares as variables the names of everything, which then cannot be deleted.
// expect: value|throws
var Map = 1, Set = 2, Promise = 3, Reflect = 4, JSON = 5, host = 6, HostPoint = 7, account = 8, globalThis = 9;
1;
