// A subclass of RegExp whose species makes other objects, in split.
// expect: throws|value
class R extends RegExp { static get [Symbol.species]() { return class { constructor() { return { exec: null, lastIndex: 0 }; } }; } }
'a-b'.split(new R('-'));
