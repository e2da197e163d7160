// What lets JavaScript objects stand for Java objects. A face is the object that scripts see; its holder, which leads to the Java object, is in a
// private field of it. Nothing can forge that field, a proxy around a face does not have it, and all contexts of the runtime share it, since there
// is one such script for a runtime. Runs in the service realm, so its globals are as the engine made them.
(() => {
  'use strict';
  class Stamp extends (function (face) { return face; }) {
    #holder;
    constructor(face, holder) {
      super(face);
      this.#holder = holder;
    }
    static holderOf(value) {
      return ((typeof value === 'object' && value !== null) || typeof value === 'function') && #holder in value ? value.#holder : undefined;
    }
  }
  const { holderOf } = Stamp;
  const owned = new WeakMap();

  // Marks an object as the face of what the holder leads to.
  function stamp(face, holder) {
    new Stamp(face, holder);
  }

  // The owner keeps the value alive. Java has the numbers, and weak references of its own: a WeakRef would keep both until the script ends.
  function own(owner, id, value) {
    let values = owned.get(owner);
    if (values === undefined) owned.set(owner, values = new Map());
    values.set(id, value);
  }

  function disown(owner, id) {
    owned.get(owner)?.delete(id);
  }

  // For classes.js.
  function tools() {
    const { iterator, toStringTag } = Symbol;
    return { __proto__: null, stamp, holderOf, Proxy, Reflect, iterate: [].values, iterator, toStringTag };
  }

  return { stamp, own, disown, holderOf, tools };
})()
