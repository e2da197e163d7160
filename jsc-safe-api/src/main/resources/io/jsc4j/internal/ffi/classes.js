// Evaluated in a context of a user when its first host class is defined, perhaps after scripts have changed everything that they can reach. So it
// uses syntax, and what the two parameters give: functions of the service realm, and realm.js's maker of TypeErrors. Arrays are only read, since a
// setter of Array.prototype would see what is written; an object in which something is looked up that may be missing has no prototype.
(function (tools, typeError) {
  'use strict';
  const { stamp, holderOf, Proxy, iterate, iterator, toStringTag } = tools;
  const { defineProperty, deleteProperty, get, getOwnPropertyDescriptor, has, ownKeys, set, setPrototypeOf } = tools.Reflect;
  const GET = 0, SET = 1, HAS = 2, DELETE = 3, KEYS = 4;

  function define(object, key, value, writable) {
    defineProperty(object, key, { __proto__: null, value, writable, enumerable: !writable, configurable: writable });
  }

  function rename(made, name, length) {
    defineProperty(made, 'name', { __proto__: null, value: name, configurable: true });
    defineProperty(made, 'length', { __proto__: null, value: length, configurable: true });
    return made;
  }

  // Java gets the holder as `this`, never the face: it may trust the one and not the other.
  function bound(invoke, className, name, length) {
    return rename({
      method(...args) {
        const holder = holderOf(this);
        if (holder === undefined) throw typeError(`'${name}' was called on something that is no ${className}`);
        return invoke(holder, args);
      },
    }.method, name, length);
  }

  function free(invoke, name, length) {
    return rename({ method(...args) { return invoke(undefined, args); } }.method, name, length);
  }

  function addMethod(prototype, className, name, length, invoke) {
    define(prototype, name, bound(invoke, className, name, length), true);
  }

  function addStaticMethod(constructor, name, length, invoke) {
    define(constructor, name, free(invoke, name, length), true);
  }

  function addAccessor(prototype, className, name, getter, setter) {
    defineProperty(prototype, name, {
      __proto__: null,
      get: bound(getter, className, `get ${name}`, 0),
      set: setter === undefined ? undefined : bound(setter, className, `set ${name}`, 1),
      configurable: true,
    });
  }

  function addStaticAccessor(constructor, name, getter, setter) {
    defineProperty(constructor, name, {
      __proto__: null,
      get: free(getter, `get ${name}`, 0),
      set: setter === undefined ? undefined : free(setter, `set ${name}`, 1),
      configurable: true,
    });
  }

  function addConstant(constructor, name, value) {
    define(constructor, name, value, false);
  }

  // Traps for names that neither the object nor its prototypes have, and for indexes. `intercept` answers with the holder for "there is none".
  function makeHandler(intercept, indexed, named) {
    // The key as Java takes it: a number for an index, a string for a name, undefined for what is not asked.
    function asked(target, key) {
      // The face of an object whose constructor has not returned has no holder yet.
      if (typeof key === 'symbol' || holderOf(target) === undefined) return undefined;
      const index = key >>> 0;
      if (indexed && index < 0x7fffffff && `${index}` === key) return index;
      return named && !has(target, key) ? key : undefined;
    }

    function ask(target, ...args) {
      return intercept(holderOf(target), args);
    }

    return {
      __proto__: null,

      get(target, key, receiver) {
        const name = asked(target, key);
        if (name !== undefined) {
          const value = ask(target, GET, name);
          if (value !== holderOf(target)) return value;
        }
        return get(target, key, receiver);
      },

      set(target, key, value, receiver) {
        const name = asked(target, key);
        // An object that inherits from a face gets properties of its own.
        if (name !== undefined && holderOf(receiver) === holderOf(target)) return ask(target, SET, name, value);
        return set(target, key, value, receiver);
      },

      has(target, key) {
        const name = asked(target, key);
        return (name !== undefined && ask(target, HAS, name)) || has(target, key);
      },

      deleteProperty(target, key) {
        const name = asked(target, key);
        if (name !== undefined && ask(target, HAS, name)) return ask(target, DELETE, name);
        return deleteProperty(target, key);
      },

      ownKeys(target) {
        const result = { __proto__: null, length: 0 };
        const seen = { __proto__: null };
        function add(keys) {
          for (let i = 0; i < keys.length; i++) {
            const key = keys[i];
            if (seen[key] === undefined) {
              seen[key] = true;
              result[result.length++] = key;
            }
          }
        }
        if (holderOf(target) !== undefined) add(ask(target, KEYS));
        add(ownKeys(target));
        return result;
      },

      getOwnPropertyDescriptor(target, key) {
        const name = asked(target, key);
        if (name !== undefined) {
          const value = ask(target, GET, name);
          if (value !== holderOf(target)) return { __proto__: null, value, writable: true, enumerable: true, configurable: true };
        }
        return getOwnPropertyDescriptor(target, key);
      },

      defineProperty(target, key, descriptor) {
        const name = asked(target, key);
        if (name !== undefined) {
          const value = getOwnPropertyDescriptor(descriptor, 'value');
          return value !== undefined && ask(target, SET, name, value.value);
        }
        return defineProperty(target, key, descriptor);
      },

      // Names come and go in Java, and could not if the object were frozen.
      preventExtensions() {
        return false;
      },
    };
  }

  // `construct` marks the face, which it gets as `this`; or returns another one, if the Java object has one already.
  function makeClass(name, length, parent, construct, intercept, indexed, named) {
    const handler = intercept === undefined ? undefined : makeHandler(intercept, indexed, named);
    const constructor = class {
      constructor(...args) {
        if (construct === undefined) throw typeError(`${name} can't be constructed`);
        const face = handler === undefined ? this : new Proxy(this, handler);
        const other = construct(face, args);
        if (other !== undefined) return other;
        // The traps see the target, not the face.
        if (handler !== undefined) stamp(this, holderOf(face));
        return face;
      }
    };
    rename(constructor, name, length);
    const { prototype } = constructor;
    // Not `extends`: the parent's constructor would run, and make a Java object of its own.
    if (parent !== undefined) {
      setPrototypeOf(constructor, parent);
      setPrototypeOf(prototype, parent.prototype);
    }
    define(prototype, toStringTag, name, true);
    if (indexed) define(prototype, iterator, iterate, true);

    // The face of a Java object that JavaScript did not construct.
    function wrap(holder) {
      const object = { __proto__: prototype };
      const face = handler === undefined ? object : new Proxy(object, handler);
      if (handler !== undefined) stamp(object, holder);
      stamp(face, holder);
      return face;
    }

    return { __proto__: null, constructor, prototype, wrap };
  }

  return { __proto__: null, makeClass, addMethod, addStaticMethod, addAccessor, addStaticAccessor, addConstant };
})
