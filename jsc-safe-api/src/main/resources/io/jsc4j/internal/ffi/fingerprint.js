// Compares a realm with another one that is known to be pristine. Runs in the service realm. Nothing of the realm that is looked at runs: getters are
// looked at, not called, and of a proxy only Java says that it is one (`isProxy`), because its traps would see any question.
(() => {
  'use strict';
  const { apply, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;
  const { toString: sourceOf } = Function.prototype;
  const description = getOwnPropertyDescriptor(Symbol.prototype, 'description').get;
  const { forEach: forEachInMap } = Map.prototype;
  const { forEach: forEachInSet } = Set.prototype;
  const boxed = [Number.prototype.valueOf, String.prototype.valueOf, Boolean.prototype.valueOf];

  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  function attempt(method, self, args) {
    try {
      return apply(method, self, args);
    } catch {
      // It is of another kind.
      return undefined;
    }
  }

  // Tells `note` one fact after the other, with the object that it is about and the property, always in the same order for two realms that are alike.
  function walk(global, isProxy, note) {
    const numbers = new Map([[global, 0]]);
    const found = [global];

    function value(owner, key, content) {
      if (!isObject(content)) {
        note(owner, key, typeof content);
        note(owner, key, typeof content === 'symbol' ? apply(description, content, []) : content);
        return;
      }
      let number = numbers.get(content);
      if (number === undefined) {
        number = found.length;
        numbers.set(content, number);
        found.push(content);
        parents.set(content, [owner, key]);
      }
      note(owner, key, 'object');
      note(owner, key, number);
    }

    function properties(object) {
      note(object, undefined, isExtensible(object));
      value(object, '__proto__', getPrototypeOf(object));
      for (const key of ownKeys(object)) {
        note(object, key, typeof key === 'symbol' ? apply(description, key, []) : key);
        const property = getOwnPropertyDescriptor(object, key);
        if (property === undefined) {
          note(object, key, 'absent');
          continue;
        }
        note(object, key, property.writable);
        note(object, key, property.enumerable);
        note(object, key, property.configurable);
        if ('writable' in property) {
          value(object, key, property.value);
        } else {
          value(object, key, property.get);
          value(object, key, property.set);
        }
      }
    }

    // What methods of built-in objects tell of what is inside.
    function slots(object) {
      if (typeof object === 'function') {
        note(object, '(source)', apply(sourceOf, object, []));
        return;
      }
      for (const valueOf of boxed) note(object, '(value)', attempt(valueOf, object, []));
      attempt(forEachInMap, object, [(content, key) => { value(object, '(key)', key); value(object, '(value)', content); }]);
      attempt(forEachInSet, object, [(content) => value(object, '(element)', content)]);
    }

    const parents = new Map();
    for (let i = 0; i < found.length; i++) {
      const object = found[i];
      const proxy = isProxy(object);
      note(object, undefined, proxy);
      if (proxy) continue;
      try {
        properties(object);
        slots(object);
      } catch {
        // A revoked proxy, or memory or stack is short.
        note(object, undefined, 'unreadable');
      }
    }
    return parents;
  }

  function path(parents, object, key) {
    const names = key === undefined ? [] : [key];
    for (let at = parents.get(object); at !== undefined; at = parents.get(at[0])) names.unshift(at[1]);
    return names.reduce((text, name) => text + (typeof name === 'symbol' ? `[${apply(Symbol.prototype.toString, name, [])}]` : `.${name}`), 'globalThis');
  }

  return {
    // All facts about a realm.
    take(global, isProxy) {
      const facts = [];
      walk(global, isProxy, (object, key, fact) => { facts.push(fact); });
      return facts;
    },

    // Where a realm first differs from those facts; undefined if it does not.
    difference(facts, global, isProxy) {
      let count = 0;
      let where;
      const parents = walk(global, isProxy, (object, key, fact) => {
        if (where === undefined && !Object.is(facts[count], fact)) where = [object, key];
        count++;
      });
      if (where === undefined) return count === facts.length ? undefined : 'globalThis';
      return path(parents, where[0], where[1]);
    },
  };
})()
