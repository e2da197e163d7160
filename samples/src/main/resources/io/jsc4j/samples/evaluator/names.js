// What an object is called: "Foo", "Foo [Tag]", "[Object: null prototype]", "[class A extends B]".
(function (lib) {
  'use strict';

  const { ownData, nameOf, isInstance, chainOf, hasOwn, setHas, lookUp } = lib;

  /** The name of the nearest constructor that object is an instance of; null when its chain ends without one. */
  lib.constructorName = (state, chain, depth, prototypeEntries) => {
    const object = chain[0];
    for (let i = 0; i < chain.length; i++) {
      const at = chain[i];
      const constructor = ownData(at, 'constructor');
      // The two prototypes everything ends in keep their names whatever a script writes into them.
      let name = i > 0 && at === lib.ObjectPrototype ? 'Object' : i > 0 && at === lib.FunctionPrototype ? 'Function' : '';
      const wellKnown = name !== '';
      if (!wellKnown && typeof constructor === 'function' && isInstance(chain, constructor)) name = nameOf(constructor);
      if (name === '') continue;
      if (prototypeEntries !== undefined && (i !== 1 || (!wellKnown && !setHas(lib.builtInNames, name)))) {
        lib.addPrototypeEntries(state, object, i === 0 ? object : chain[1], depth, prototypeEntries);
      }
      return name;
    }
    if (chain.length === 1) return null;
    const own = lib.classOf(object, chain);
    if (depth > state.depth) return `${own} <Complex prototype>`;
    const above = lib.constructorName(state, chainOf(chain[1]), depth + 1, prototypeEntries);
    return above === null
      ? `${own} <${lib.inspect(chain[1], { __proto__: null, depth: -1, showHidden: state.showHidden })}>`
      : `${own} <${above}>`;
  };

  /** The Symbol.toStringTag of an object, unless it is listed among its properties anyway. */
  lib.tagOf = (state, object, chain) => {
    const typed = lib.typedArrayTag(object);
    const tag = typed !== undefined && !hasOwn(object, lib.toStringTag) ? typed : lookUp(chain, lib.toStringTag);
    if (typeof tag !== 'string' || tag === '') return '';
    const listed = state.showHidden ? hasOwn(object, lib.toStringTag) : lib.isEnumerable(object, lib.toStringTag);
    return listed ? '' : tag;
  };

  lib.prefix = (name, tag, fallback, size = '') => {
    if (name === null) {
      const nameless = `[${fallback}${size}: null prototype] `;
      return tag !== '' && fallback !== tag ? `${nameless}[${tag}] ` : nameless;
    }
    return tag !== '' && name !== tag ? `${name}${size} [${tag}] ` : `${name}${size} `;
  };

  lib.plainPrefix = (object, chain, name, tag) => {
    let fallback = '';
    if (name === null) {
      fallback = lib.classOf(object, chain);
      if (fallback === tag) fallback = 'Object';
    }
    return lib.prefix(name, tag, fallback);
  };

  const suffix = (name, tag) => (tag !== '' && name !== tag ? ` [${tag}]` : '');

  const classHeader = (object, chain, name, tag) => {
    const own = hasOwn(object, 'name') ? ownData(object, 'name') : '';
    let text = `class ${typeof own === 'string' && own !== '' ? own : '(anonymous)'}`;
    if (name !== 'Function' && name !== null) text += ` [${name}]`;
    text += suffix(name, tag);
    if (name === null) return `[${text} extends [null prototype]]`;
    const parent = chain.length > 1 ? nameOf(chain[1]) : '';
    return parent === '' ? `[${text}]` : `[${text} extends ${parent}]`;
  };

  lib.functionHeader = (object, chain, name, tag) => {
    if (lib.isClass(object)) return classHeader(object, chain, name, tag);
    const type = lib.functionType(chain);
    const own = lookUp(chain, 'name');
    let text = `[${type}`;
    if (name === null) text += ' (null prototype)';
    text += typeof own === 'string' && own !== '' ? `: ${own}]` : ' (anonymous)]';
    if (name !== type && name !== null) text += ` ${name}`;
    return text + suffix(name, tag);
  };

  lib.boxHeader = (box, name, tag) => {
    let text = `[${box.type}`;
    if (name !== box.type) text += name === null ? ' (null prototype)' : ` (${name})`;
    return `${text}: ${lib.writePrimitive(box.value, 0)}]${suffix(name, tag)}`;
  };
})
