// The paths to every object that a script of a fresh context can reach, one a line, each object once; () marks functions.
(() => {
  const seen = new Set();
  const queue = [];
  const lines = [];

  function visit(path, value) {
    if ((typeof value === 'object' && value !== null || typeof value === 'function') && !seen.has(value)) {
      seen.add(value);
      queue.push([path, value]);
    }
  }

  visit('globalThis', globalThis);
  // What syntax reaches and no property of the global object does.
  visit('%AsyncFunction%', (async () => {}).constructor);
  visit('%GeneratorFunction%', (function* () {}).constructor);
  visit('%AsyncGeneratorFunction%', (async function* () {}).constructor);
  visit('%ArrayIterator%', [][Symbol.iterator]());
  visit('%StringIterator%', ''[Symbol.iterator]());
  visit('%MapIterator%', new Map()[Symbol.iterator]());
  visit('%SetIterator%', new Set()[Symbol.iterator]());
  visit('%RegExpStringIterator%', 'a'.matchAll(/a/g));
  visit('%Generator%', (function* () {})());
  visit('%AsyncGenerator%', (async function* () {})());
  visit('%Arguments%', (function () { return arguments; })());
  visit('%ThrowTypeError%', Object.getOwnPropertyDescriptor((function () { 'use strict'; return arguments; })(), 'callee').get);
  visit('%SegmentIterator%', new Intl.Segmenter().segment('a')[Symbol.iterator]());
  visit('%ImportedModule%', Promise.prototype.catch.call(import('module'), () => {}));
  while (queue.length > 0) {
    const [path, object] = queue.shift();
    lines.push(path + (typeof object === 'function' ? '()' : ''));
    visit(path + '.[[Prototype]]', Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const name = typeof key === 'symbol' ? `[${key.description}]` : key;
      const member = path === 'globalThis' ? name : `${path}.${name}`;
      const property = Reflect.getOwnPropertyDescriptor(object, key);
      if ('value' in property) {
        visit(member, property.value);
      } else {
        visit(`get ${member}`, property.get);
        visit(`set ${member}`, property.set);
      }
    }
  }
  return lines.sort().join('\n') + '\n';
})()
