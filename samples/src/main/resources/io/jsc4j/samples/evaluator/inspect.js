// Objects as text, in the style and with the limits of Node's util.inspect: two levels deep, a hundred entries of an
// array, cycles marked. Unlike Node's it never runs a getter, not even that of Symbol.toStringTag.
(function (lib) {
  'use strict';

  const { list, push, isArray, getOwnPropertyDescriptor, hasOwn, prefix, writePrimitive, lookUp } = lib;

  lib.LONGEST_ARRAY = 100;
  // Beyond this many elements the names of an array's other properties are not collected: the engine would make a
  // string of every index first.
  const LONGEST_NAMED_ARRAY = 2_000_000;
  const LARGEST_TEXT = 2 ** 27;
  const ITEM = 1;
  const PROPERTY = 0;

  /** The text of any value. Options: depth (2), showHidden (false). */
  lib.inspect = (value, options) => {
    const state = {
      __proto__: null,
      depth: options !== undefined && options.depth !== undefined ? options.depth : 2,
      showHidden: options !== undefined && options.showHidden === true,
      indentation: 0,
      deepest: 0,
      seen: list(),
      circular: undefined,
      budget: { __proto__: null },
    };
    return write(state, value, 0);
  };

  const write = (state, value, depth, isPart) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      return writePrimitive(value, state.indentation);
    }
    const object = lib.unwrap(value);
    if (object === undefined) return '<Revoked Proxy>';
    if (lib.contains(state.seen, object)) return `[Circular *${circularIndex(state, object)}]`;
    return writeObject(state, object, depth, isPart);
  };

  const circularIndex = (state, object) => {
    if (state.circular === undefined) state.circular = new lib.Map();
    let index = lib.mapGet(state.circular, object);
    if (index === undefined) {
      index = lib.mapSize(state.circular) + 1;
      lib.mapSet(state.circular, object, index);
    }
    return index;
  };

  const isIndex = (key) => {
    const number = +key;
    return lib.isInteger(number) && number >= 0 && number < 2 ** 32 - 1 && `${number}` === key;
  };

  const isShown = (state, object, symbol) => state.showHidden || lib.isEnumerable(object, symbol);

  const keysOf = (state, object, isIndexed) => {
    const keys = list();
    if (isIndexed && isIndexed.length > LONGEST_NAMED_ARRAY) {
      if (state.showHidden && isArray(object)) push(keys, 'length');
    } else {
      const names = state.showHidden ? lib.objectNames(object) : lib.objectKeys(object);
      for (let i = 0; i < names.length; i++) {
        if (!isIndexed || !isIndex(names[i])) push(keys, names[i]);
      }
    }
    const symbols = lib.objectSymbols(object);
    for (let i = 0; i < symbols.length; i++) {
      if (isShown(state, object, symbols[i])) push(keys, symbols[i]);
    }
    return keys;
  };

  /** How one object is shown: entries gives its own contents, the properties named by keys follow them. */
  const shape = (braces, keys, entries, isList) => ({ __proto__: null, base: '', braces, keys, entries, isList, text: '' });
  const nothing = () => list();

  const writeObject = (state, object, depth, isPart) => {
    const chain = lib.chainOf(object);
    const prototypeEntries = state.showHidden && depth <= state.depth ? list() : undefined;
    const name = lib.constructorName(state, chain, depth, prototypeEntries);
    const hasMore = prototypeEntries !== undefined && prototypeEntries.length !== 0;
    const about = { __proto__: null, state, object, chain, name, tag: lib.tagOf(state, object, chain), depth, isPart };
    const form = formOf(about);
    if (form.text !== '' && form.keys.length === 0 && !hasMore) return form.text;
    if (depth > state.depth) {
      if (form.whenDeep !== undefined) return form.whenDeep;
      const label = lib.slice(lib.plainPrefix(object, chain, name, about.tag), 0, -1);
      return name === null ? label : `[${label}]`;
    }
    return writeContents(state, about, form, depth + 1, hasMore ? prototypeEntries : undefined);
  };

  const writeContents = (state, about, form, depth, prototypeEntries) => {
    const object = about.object;
    push(state.seen, object);
    state.deepest = depth;
    const entries = form.entries(state, object, depth);
    for (let i = 0; i < form.keys.length; i++) {
      push(entries, lib.writeProperty(state, object, depth, form.keys[i], PROPERTY, form.extra));
    }
    if (prototypeEntries !== undefined) {
      for (let i = 0; i < prototypeEntries.length; i++) push(entries, prototypeEntries[i]);
    }
    let base = form.base;
    if (state.circular !== undefined) {
      const index = lib.mapGet(state.circular, object);
      if (index !== undefined) base = base === '' ? `<ref *${index}>` : `<ref *${index}> ${base}`;
    }
    state.seen.length--;
    const text = lib.layOut(state, entries, base, form.braces, form.isList, depth, object);
    const used = (state.budget[state.indentation] || 0) + text.length;
    state.budget[state.indentation] = used;
    // A text this long has shown enough: what is left is named only.
    if (used > LARGEST_TEXT) state.depth = -1;
    return text;
  };

  const braced = (opening) => [`${opening}{`, '}'];

  const formOf = (about) => {
    const { object, chain, name } = about;
    const iterable = name === null || lib.inChain(chain, lib.iterator);
    return (iterable && collectionForm(about)) || otherForm(about);
  };

  const collectionForm = (about) => {
    const { state, object, name, tag } = about;
    if (isArray(object)) {
      const opening = name !== 'Array' || tag !== '' ? prefix(name, tag, 'Array', `(${object.length})`) : '';
      const form = shape([`${opening}[`, ']'], keysOf(state, object, object), lib.arrayEntries, true);
      if (object.length === 0) form.text = `${opening}[]`;
      return form;
    }
    if (lib.isSet(object)) {
      const size = lib.setSize(object);
      const opening = prefix(name, tag, 'Set', `(${size})`);
      const form = shape(braced(opening), keysOf(state, object), lib.setEntries, false);
      if (size === 0) form.text = `${opening}{}`;
      return form;
    }
    if (lib.isMap(object)) {
      const size = lib.mapSize(object);
      const opening = prefix(name, tag, 'Map', `(${size})`);
      const form = shape(braced(opening), keysOf(state, object), lib.mapEntries, false);
      if (size === 0) form.text = `${opening}{}`;
      return form;
    }
    const typed = lib.typedArrayTag(object);
    if (typed !== undefined) {
      const length = lib.typedArrayLength(object);
      const opening = prefix(name, tag, name === null ? typed : '', `(${length})`);
      const keys = keysOf(state, object, { __proto__: null, length });
      const form = shape([`${opening}[`, ']'], keys, lib.typedArrayEntries, true);
      if (length === 0 && !state.showHidden) form.text = `${opening}[]`;
      return form;
    }
    return undefined;
  };

  const otherForm = (about) => {
    const { state, object, chain, name, tag } = about;
    const form = shape(['{', '}'], keysOf(state, object), nothing, false);
    if (typeof object === 'function') {
      form.base = form.text = lib.functionHeader(object, chain, name, tag);
    } else if (name === 'Object') {
      if (lib.isArguments(chain)) form.braces = braced('[Arguments] ');
      else if (tag !== '') form.braces = braced(prefix(name, tag, 'Object'));
      form.text = `${form.braces[0]}}`;
    } else {
      specialForm(about, form) || plainForm(about, form);
    }
    return form;
  };

  const plainForm = (about, form) => {
    const opening = lib.plainPrefix(about.object, about.chain, about.name, about.tag);
    form.braces = braced(opening);
    form.text = `${opening}{}`;
  };

  const specialForm = (about, form) => {
    const { state, object, chain, name, tag } = about;
    if (lib.isRegExp(object)) {
      form.base = form.text = form.whenDeep = withName(regExpText(object), name, tag, 'RegExp');
    } else if (lib.isDate(object)) {
      form.base = form.text = withName(dateText(object), name, tag, 'Date');
    } else if (lib.isError(object, chain)) {
      const error = lib.writeError(state, object, chain, name, tag, form.keys);
      form.base = form.text = error.text;
      form.keys = error.keys;
    } else if (lib.isArrayBuffer(object)) {
      bufferForm(about, form, 'ArrayBuffer', lib.bufferLength(object));
    } else if (lib.isSharedBuffer(object)) {
      bufferForm(about, form, 'SharedArrayBuffer', lib.sharedBufferLength(object));
    } else if (lib.isDataView(object)) {
      viewForm(about, form);
    } else if (lib.isPromise(object, chain)) {
      form.braces = braced(prefix(name, tag, 'Promise'));
      form.entries = lib.promiseEntries;
    } else if (lib.isWeakSet(object)) {
      form.braces = braced(prefix(name, tag, 'WeakSet'));
      form.entries = lib.unknownEntries;
    } else if (lib.isWeakMap(object)) {
      form.braces = braced(prefix(name, tag, 'WeakMap'));
      form.entries = lib.unknownEntries;
    } else {
      return boxForm(about, form);
    }
    return true;
  };

  const boxForm = (about, form) => {
    const box = lib.unbox(about.object);
    if (box === undefined) return false;
    if (box.type === 'String') {
      const keys = list();
      for (let i = box.value.length; i < form.keys.length; i++) push(keys, form.keys[i]);
      form.keys = keys;
    }
    form.base = form.text = lib.boxHeader(box, about.name, about.tag);
    return true;
  };

  const withName = (text, name, tag, type) => {
    const opening = prefix(name, tag, type);
    return opening === `${type} ` ? text : opening + text;
  };

  const regExpText = (object) => {
    let flags = '';
    for (let i = 0; i < lib.regExpFlags.length; i++) {
      const { letter, read } = lib.regExpFlags[i];
      if (read !== undefined && read(object)) flags += letter;
    }
    return `/${lib.regExpSource(object)}/${flags}`;
  };

  const dateText = (object) => {
    const time = lib.dateValue(object);
    return time !== time ? 'Invalid Date' : lib.dateToIso(object);
  };

  // The sizes are accessors of the prototype: they are read through the captured getters.
  const withKeys = (form, names, extra) => {
    const keys = list();
    for (let i = 0; i < names.length; i++) push(keys, names[i]);
    for (let i = 0; i < form.keys.length; i++) push(keys, form.keys[i]);
    form.keys = keys;
    form.extra = extra;
  };

  const bufferForm = (about, form, type, byteLength) => {
    const opening = prefix(about.name, about.tag, type);
    form.braces = braced(opening);
    if (about.isPart) form.text = `${opening}{ byteLength: ${byteLength} }`;
    else form.entries = lib.bufferEntries;
    if (!about.isPart || form.keys.length !== 0) withKeys(form, ['byteLength'], { __proto__: null, byteLength });
  };

  const viewForm = (about, form) => {
    form.braces = braced(prefix(about.name, about.tag, 'DataView'));
    const read = (question) => {
      try {
        return question(about.object);
      } catch {
        return undefined; // Detached.
      }
    };
    withKeys(form, ['byteLength', 'byteOffset', 'buffer'], {
      __proto__: null,
      byteLength: read(lib.viewLength),
      byteOffset: read(lib.viewOffset),
      buffer: read(lib.viewBuffer),
    });
  };

  lib.writeNested = (state, value, depth, isPart) => {
    state.indentation += 2;
    const text = write(state, value, depth, isPart);
    state.indentation -= 2;
    return text;
  };

  const propertyValue = (state, object, depth, key, descriptor, extra) => {
    if (descriptor === undefined) {
      const value = extra !== undefined && key in extra ? extra[key] : lookUp(lib.chainOf(object), key);
      return lib.writeNested(state, value, depth);
    }
    if (hasOwn(descriptor, 'value')) return lib.writeNested(state, descriptor.value, depth);
    if (descriptor.get === undefined) return descriptor.set === undefined ? 'undefined' : '[Setter]';
    return descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]';
  };

  const propertyName = (key, isHidden) => {
    if (typeof key === 'symbol') return `[${lib.escape(lib.symbolToString(key), true)}]`;
    if (key === '__proto__') return "['__proto__']";
    if (isHidden) return `[${lib.escape(key, true)}]`;
    return isIdentifier(key) ? key : lib.quote(key);
  };

  const isIdentifier = (key) => {
    for (let i = 0; i < key.length; i++) {
      const code = lib.charCodeAt(key, i);
      const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
      if (!isLetter && (i === 0 || code < 48 || code > 57)) return false;
    }
    return key.length !== 0;
  };

  /** "key: value", or the value alone for an item of an array. */
  lib.writeProperty = (state, object, depth, key, type, extra) => {
    const descriptor = getOwnPropertyDescriptor(object, key);
    const text = propertyValue(state, object, depth, key, descriptor, extra);
    if (type === ITEM) return text;
    return `${propertyName(key, descriptor !== undefined && !descriptor.enumerable)}: ${text}`;
  };
})
