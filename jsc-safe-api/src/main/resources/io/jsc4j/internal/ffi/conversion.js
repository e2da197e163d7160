// What conversion between JavaScript values and Java objects asks. Runs in the service realm, so its globals are as the engine made them; the objects
// that it gets are not, so of them it uses what looks at internal slots.
(() => {
  const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
  const mapSize = getter(Map.prototype, 'size');
  const setSize = getter(Set.prototype, 'size');
  const mapForEach = Map.prototype.forEach;
  const setForEach = Set.prototype.forEach;
  const typedArray = getPrototypeOf(Uint8Array.prototype);
  const typedLength = getter(typedArray, 'length');
  const dateTime = Date.prototype.getTime;

  function has(getSize, object) {
    try {
      apply(getSize, object, []);
      return true;
    } catch {
      return false;
    }
  }

  return {
    // 1 for a proxy of an array, 2 for a Map, 3 for a Set, 0 for anything else.
    kind: (object) => Array.isArray(object) ? 1 : has(mapSize, object) ? 2 : has(setSize, object) ? 3 : 0,

    entries(map) {
      const entries = [];
      apply(mapForEach, map, [(value, key) => { entries.push(key, value); }]);
      return entries;
    },

    elements(set) {
      const elements = [];
      apply(setForEach, set, [(element) => { elements.push(element); }]);
      return elements;
    },

    length: (array) => apply(typedLength, array, []),

    time: (date) => apply(dateTime, date, []),
  };
})()
