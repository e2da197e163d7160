// What Java asks about objects as such. Runs in the service realm, so its globals are as the engine made them.
(function () {
  'use strict';
  const { hasOwnProperty } = Object.prototype;
  const { apply } = Reflect;
  const absent = Symbol('absent');

  return {
    absent,
    getPrototypeOf: Reflect.getPrototypeOf,
    isFrozen: Object.isFrozen,
    isSealed: Object.isSealed,
    isExtensible: Object.isExtensible,
    hasOwn: (object, key) => apply(hasOwnProperty, object, [key]),
    entries: (object) => Object.entries(object).flat(),
    equalsLoosely: (one, other) => one == other,

    // These give nothing back: it would be a handle to the object itself.
    setPrototypeOf(object, prototype) { Object.setPrototypeOf(object, prototype); },
    freeze(object) { Object.freeze(object); },
    seal(object) { Object.seal(object); },
    preventExtensions(object) { Object.preventExtensions(object); },

    // [is it an accessor, value or getter, writable or setter, enumerable, configurable]
    getOwnProperty(object, key) {
      const property = Object.getOwnPropertyDescriptor(object, key);
      if (property === undefined) return absent;
      const { enumerable, configurable } = property;
      return hasOwnProperty.call(property, 'value')
        ? [false, property.value, property.writable, enumerable, configurable]
        : [true, property.get, property.set, enumerable, configurable];
    },
    defineData(object, key, value, writable, enumerable, configurable) {
      Object.defineProperty(object, key, { __proto__: null, value, writable, enumerable, configurable });
    },
    defineAccessor(object, key, get, set, enumerable, configurable) {
      Object.defineProperty(object, key, { __proto__: null, get, set, enumerable, configurable });
    },
  };
})()
