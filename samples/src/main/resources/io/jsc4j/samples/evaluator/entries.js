// The contents of arrays, maps, sets, buffers and promises, each as a list of texts.
(function (lib) {
  'use strict';

  const { list, push, min, writeProperty, writeNested, getOwnPropertyDescriptor, writeNumber } = lib;

  const ITEM = 1;
  const LONGEST_ARRAY = lib.LONGEST_ARRAY;
  const plural = (count) => (count > 1 ? 's' : '');
  const more = (count) => `... ${count} more item${plural(count)}`;
  const holes = (count) => `<${count} empty item${plural(count)}>`;

  lib.arrayEntries = (state, array, depth) => {
    const length = array.length;
    const shown = min(LONGEST_ARRAY, length);
    const entries = list();
    for (let i = 0; i < shown; i++) {
      if (getOwnPropertyDescriptor(array, i) === undefined) return withHoles(state, array, depth, entries, i, shown);
      push(entries, writeProperty(state, array, depth, `${i}`, ITEM));
    }
    if (length > shown) push(entries, more(length - shown));
    return entries;
  };

  /** An array with holes: a run of them is one entry. Its keys tell where the next element is. */
  const withHoles = (state, array, depth, entries, from, shown) => {
    const keys = lib.objectKeys(array);
    let index = from;
    for (let i = from; i < keys.length && entries.length < shown; i++) {
      const key = keys[i];
      const at = +key;
      if (!lib.isInteger(at) || at < index || at > 2 ** 32 - 2 || `${at}` !== key) break;
      if (at !== index) {
        push(entries, holes(at - index));
        index = at;
        if (entries.length === shown) break;
      }
      push(entries, writeProperty(state, array, depth, key, ITEM));
      index++;
    }
    const remaining = array.length - index;
    if (remaining > 0) push(entries, entries.length === shown ? more(remaining) : holes(remaining));
    return entries;
  };

  lib.typedArrayEntries = (state, array, depth) => {
    const length = lib.typedArrayLength(array);
    const shown = min(LONGEST_ARRAY, length);
    const entries = list();
    for (let i = 0; i < shown; i++) {
      push(entries, typeof array[i] === 'number' ? writeNumber(array[i]) : `${array[i]}n`);
    }
    if (length > shown) push(entries, more(length - shown));
    if (state.showHidden) {
      for (let i = 0; i < viewFields.length; i++) {
        const name = viewFields[i];
        const read = lib.typedArrayFields[name];
        const value = read === undefined ? lib.lookUp(lib.chainOf(array), name) : read(array);
        push(entries, `[${name}]: ${writeNested(state, value, depth, true)}`);
      }
    }
    return entries;
  };

  const viewFields = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

  lib.setEntries = (state, set, depth) => {
    const entries = list();
    lib.setForEach(set, (value) => {
      if (entries.length < LONGEST_ARRAY) push(entries, writeNested(state, value, depth));
    });
    return withMore(entries, lib.setSize(set));
  };

  lib.mapEntries = (state, map, depth) => {
    const entries = list();
    lib.mapForEach(map, (value, key) => {
      if (entries.length >= LONGEST_ARRAY) return;
      const keyText = writeNested(state, key, depth);
      push(entries, `${keyText} => ${writeNested(state, value, depth)}`);
    });
    return withMore(entries, lib.mapSize(map));
  };

  const withMore = (entries, size) => {
    if (size > entries.length) push(entries, more(size - entries.length));
    return entries;
  };

  lib.bufferEntries = (state, buffer) => {
    const entries = list();
    let bytes;
    try {
      bytes = new lib.Uint8Array(buffer);
    } catch {
      push(entries, '(detached)');
      return entries;
    }
    const length = lib.typedArrayLength(bytes);
    const shown = min(LONGEST_ARRAY, length);
    let text = '';
    for (let i = 0; i < shown; i++) {
      const hex = lib.numberToString(bytes[i], 16);
      text += `${i === 0 ? '' : ' '}${hex.length === 1 ? '0' : ''}${hex}`;
    }
    if (length > shown) text += ` ... ${length - shown} more byte${plural(length - shown)}`;
    push(entries, `[Uint8Contents]: <${text}>`);
    return entries;
  };

  lib.unknownEntries = () => {
    const entries = list();
    push(entries, '<items unknown>');
    return entries;
  };

  // Neither a script nor the engine's C functions can ask a promise for its state.
  lib.promiseEntries = () => {
    const entries = list();
    push(entries, '<state unknown>');
    return entries;
  };

  /** What %o shows beyond a class's name: the properties of up to three of its prototypes, methods left out. */
  lib.addPrototypeEntries = (state, object, start, depth, entries) => {
    const shown = new lib.Set();
    let at = start;
    for (let layer = 0; layer < 3; layer++) {
      if (layer !== 0 || object === at) {
        at = lib.getPrototypeOf(at);
        if (at === null) return;
        at = lib.unwrap(at);
        if (at === undefined) return;
        const constructor = lib.ownData(at, 'constructor');
        if (typeof constructor === 'function' && lib.setHas(lib.builtInNames, lib.nameOf(constructor))) return;
      }
      const keys = lib.ownKeys(at);
      push(state.seen, object);
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (key === 'constructor' || lib.hasOwn(object, key) || lib.setHas(shown, key)) continue;
        if (typeof lib.ownData(at, key) !== 'function') push(entries, writeProperty(state, at, depth, key, 0));
      }
      state.seen.length--;
      for (let i = 0; i < keys.length; i++) lib.setAdd(shown, keys[i]);
    }
  };
})
