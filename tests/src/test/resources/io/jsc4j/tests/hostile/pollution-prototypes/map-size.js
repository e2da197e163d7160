// A map whose size is a lie and whose entries are another map's.
// expect: value
const map = new Map([[1, 2]]);
Object.defineProperty(Map.prototype, 'size', { get: () => 1e9 });
Map.prototype.entries = Map.prototype[Symbol.iterator] = function* () { for (;;) yield ['lie', 'lie']; };
map;
