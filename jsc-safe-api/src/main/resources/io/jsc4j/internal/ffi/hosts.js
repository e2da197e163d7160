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
  const faces = new Map();
  const owned = new WeakMap();
  const members = new Map();

  function stamp(face, holder) {
    new Stamp(face, holder);
  }

  // Marks an object as the face of what the holder leads to.
  function adopt(face, holder, id) {
    stamp(face, holder);
    faces.set(id, new WeakRef(face));
  }

  function face(id) {
    return faces.get(id)?.deref();
  }

  // Faces that have been collected.
  function forget(...ids) {
    for (const id of ids) faces.delete(id);
  }

  // The owner keeps the value alive, and nothing else here does.
  function own(owner, id, value) {
    let values = owned.get(owner);
    if (values === undefined) owned.set(owner, values = new Map());
    values.set(id, value);
    members.set(id, { owner: new WeakRef(owner), value: new WeakRef(value) });
  }

  function member(id) {
    return members.get(id)?.value.deref();
  }

  // Members that Java no longer reaches.
  function disown(...ids) {
    for (const id of ids) {
      owned.get(members.get(id)?.owner.deref())?.delete(id);
      members.delete(id);
    }
  }

  // For classes.js.
  function tools() {
    const { iterator, toStringTag } = Symbol;
    return { __proto__: null, adopt, stamp, holderOf, Proxy, Reflect, iterate: [].values, iterator, toStringTag };
  }

  return { adopt, face, forget, own, member, disown, holderOf, tools };
})()
