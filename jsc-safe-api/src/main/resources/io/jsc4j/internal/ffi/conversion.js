// What conversion between JavaScript values and Java objects asks. Runs in the service realm, so its globals are as the engine made them; the objects
// that it gets are not, so of them it uses what looks at internal slots.
(() => {
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
  const mapSize = getter(Map.prototype, 'size');
  const setSize = getter(Set.prototype, 'size');
  const mapForEach = Map.prototype.forEach;
  const setForEach = Set.prototype.forEach;
  const typedArray = getPrototypeOf(Uint8Array.prototype);
  const typedLength = getter(typedArray, 'length');
  const dateTime = Date.prototype.getTime;
  const descriptor = { __proto__: null, value: undefined, writable: true, enumerable: true, configurable: true };

  function has(getSize, object) {
    try {
      apply(getSize, object, []);
      return true;
    } catch {
      return false;
    }
  }

  // A data property of its own, whatever setters a prototype has; the object is one that was just made.
  function define(object, key, value) {
    descriptor.value = value;
    defineProperty(object, key, descriptor);
    descriptor.value = undefined;
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

    define(object, ...entries) {
      for (let i = 0; i < entries.length; i += 2) define(object, entries[i], entries[i + 1]);
    },

    append(array, ...elements) {
      for (const element of elements) define(array, array.length, element);
    },
  };
})()
