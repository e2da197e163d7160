// What Java asks dates, regular expressions, errors and symbols. Runs in the service realm, so its globals are as the engine made them; their
// methods look at internal slots. Methods that look at properties instead, such as RegExp.prototype.test and flags, would ask scripts.
(function () {
  'use strict';
  const { apply } = Reflect;
  const { getTime } = Date.prototype;
  const { exec } = RegExp.prototype;
  const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name)?.get;
  const source = getter(RegExp.prototype, 'source');
  const global = getter(RegExp.prototype, 'global');
  const flags = [['d', 'hasIndices'], ['g', 'global'], ['i', 'ignoreCase'], ['m', 'multiline'], ['s', 'dotAll'], ['u', 'unicode'],
    ['v', 'unicodeSets'], ['y', 'sticky']].map(([flag, name]) => [flag, getter(RegExp.prototype, name)]);
  const absent = Symbol('absent');

  return {
    absent,
    getTime: (date) => apply(getTime, date, []),

    // RegExp.prototype of any realm answers too, but undefined.
    isRegExp(object) {
      try {
        return typeof apply(global, object, []) === 'boolean';
      } catch {
        return false;
      }
    },
    source: (regexp) => apply(source, regexp, []),
    flags: (regexp) => flags.filter(([, get]) => get !== undefined && apply(get, regexp, [])).map(([flag]) => flag).join(''),
    lastIndex: (regexp) => Math.min(Math.max(Math.trunc(regexp.lastIndex) || 0, 0), Number.MAX_SAFE_INTEGER),
    setLastIndex(regexp, index) { regexp.lastIndex = index; },
    test: (regexp, text) => apply(exec, regexp, [text]) !== null,
    // [index, number of groups with the match itself, groups..., name, group, name, group...]
    exec(regexp, text) {
      const match = apply(exec, regexp, [text]);
      return match === null ? absent : [match.index, match.length, ...match, ...Object.entries(match.groups ?? {}).flat()];
    },

    // These only describe: a getter or a trap that throws has nothing to tell.
    cause(error) {
      try {
        return 'cause' in error ? error.cause : absent;
      } catch {
        return absent;
      }
    },
    errors(error) {
      try {
        return error.errors;
      } catch {
        return undefined;
      }
    },

    symbolFor: (key) => Symbol.for(key),
    keyFor: (symbol) => Symbol.keyFor(symbol) ?? absent,
    description: (symbol) => symbol.description ?? absent,
    wellKnown: (name) => Symbol[name],
  };
})()
