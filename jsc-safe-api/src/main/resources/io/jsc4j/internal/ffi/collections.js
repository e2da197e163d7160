// What Java's views of arrays, maps, sets and iterables ask. Runs in the service realm, so its globals are as the engine made them; their methods
// work on objects of any realm. No method that asks an object for its `constructor` (Symbol.species) is used: that would run scripts.
(function () {
  'use strict';
  const { apply } = Reflect;
  const { copyWithin } = Array.prototype;
  const { prototype: map } = Map;
  const { prototype: set } = Set;
  const { get: mapSize } = Object.getOwnPropertyDescriptor(map, 'size');
  const { get: setSize } = Object.getOwnPropertyDescriptor(set, 'size');
  const absent = Symbol('absent');

  function succeeds(action, self) {
    try {
      apply(action, self, []);
      return true;
    } catch {
      return false;
    }
  }

  function isSame(one, other) {
    return one === other || (one !== one && other !== other);
  }

  // One more would be a property like any other, and no element.
  function lengthToGrow(array) {
    const { length } = array;
    if (length === 2 ** 32 - 1) throw new RangeError('Invalid array length');
    return length;
  }

  function requireObject(value, what) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) throw new TypeError(`${what} is not an object`);
    return value;
  }

  return {
    absent,

    // --- arrays; an index that is no element's gives absent
    arrayGet: (array, index) => (index < array.length ? array[index] : absent),
    arraySet(array, index, value) {
      if (index >= array.length) return absent;
      const old = array[index];
      array[index] = value;
      return old;
    },
    arrayAdd(array, value) { array[lengthToGrow(array)] = value; },
    arrayInsert(array, index, value) {
      const length = lengthToGrow(array);
      if (index > length) return false;
      // First what is refused if the array can't grow, so that nothing has moved then.
      array[length] = value;
      if (index < length) {
        apply(copyWithin, array, [index + 1, index, length]);
        array[index] = value;
      }
      return true;
    },
    arrayRemove(array, index) {
      if (index >= array.length) return absent;
      const old = array[index];
      apply(copyWithin, array, [index, index + 1]);
      array.length -= 1;
      return old;
    },
    arrayRemoveRange(array, from, to) {
      apply(copyWithin, array, [from, to]);
      array.length -= to - from;
    },
    arrayClear(array) { array.length = 0; },
    arrayIndexOf(array, value) {
      for (let i = 0; i < array.length; i++) if (isSame(array[i], value)) return i;
      return -1;
    },
    arrayLastIndexOf(array, value) {
      for (let i = array.length - 1; i >= 0; i--) if (isSame(array[i], value)) return i;
      return -1;
    },

    // --- maps
    isMap: (object) => succeeds(mapSize, object),
    mapSize: (object) => apply(mapSize, object, []),
    mapHas: (object, key) => apply(map.has, object, [key]),
    mapGet: (object, key) => (apply(map.has, object, [key]) ? apply(map.get, object, [key]) : absent),
    mapPut(object, key, value) {
      const old = apply(map.has, object, [key]) ? apply(map.get, object, [key]) : absent;
      apply(map.set, object, [key, value]);
      return old;
    },
    mapRemove(object, key) {
      if (!apply(map.has, object, [key])) return absent;
      const old = apply(map.get, object, [key]);
      apply(map.delete, object, [key]);
      return old;
    },
    mapClear(object) { apply(map.clear, object, []); },
    mapKeys: (object) => apply(map.keys, object, []),
    mapHasValue(object, value) {
      const values = apply(map.values, object, []);
      for (let step = values.next(); !step.done; step = values.next()) if (isSame(step.value, value)) return true;
      return false;
    },

    // --- sets
    isSet: (object) => succeeds(setSize, object),
    setSize: (object) => apply(setSize, object, []),
    setHas: (object, value) => apply(set.has, object, [value]),
    setAdd(object, value) {
      if (apply(set.has, object, [value])) return false;
      apply(set.add, object, [value]);
      return true;
    },
    setRemove: (object, value) => apply(set.delete, object, [value]),
    setClear(object) { apply(set.clear, object, []); },
    setValues: (object) => apply(set.values, object, []),

    // The next value of an iterator that mapKeys or setValues gave.
    next(iterator) {
      const { done, value } = iterator.next();
      return done ? absent : value;
    },

    // --- anything that can be iterated, as for...of does it
    iterate(iterable) {
      const method = iterable[Symbol.iterator];
      if (typeof method !== 'function') throw new TypeError('object is not iterable: it has no method Symbol.iterator');
      const iterator = requireObject(apply(method, iterable, []), 'what Symbol.iterator returned');
      return { __proto__: null, iterator, next: iterator.next };
    },
    step({ iterator, next }) {
      const result = requireObject(apply(next, iterator, []), 'what an iterator\'s next returned');
      return result.done ? absent : result.value;
    },
    close({ iterator }) {
      const method = iterator.return;
      if (method !== undefined && method !== null) requireObject(apply(method, iterator, []), 'what an iterator\'s return returned');
    },
  };
})()
