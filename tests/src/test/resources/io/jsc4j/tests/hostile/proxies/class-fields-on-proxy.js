// A class that plants private fields onto a proxy by returning it from its constructor.
// expect: value
class Planter { constructor(o) { return o; } }
class Field extends Planter { #secret = 1; static read(o) { return o.#secret; } }
const p = new Proxy([], {});
new Field(p); Field.read(p); p;
