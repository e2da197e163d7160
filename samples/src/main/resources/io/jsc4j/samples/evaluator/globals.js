// What else a script finds beside the console: scriptArgs, quit, readFile and load. And what the host itself asks.
(function (lib, host) {
  'use strict';

  // The host's error would have the position of nothing that the reader wrote; one made here has the caller's stack.
  const answer = (question, argument) => {
    try {
      return question(argument);
    } catch (failure) {
      throw new lib.Error(lib.lookUp(lib.chainOf(failure), 'message'));
    }
  };

  const requirePath = (path, name) => {
    if (typeof path !== 'string') throw new lib.TypeError(`${name} expects a path, got ${lib.inspect(path)}`);
  };

  const quit = (code = 0) => {
    if (!lib.isInteger(code) || code < 0 || code > 255) {
      throw new lib.TypeError(`quit expects an exit code from 0 to 255, got ${lib.inspect(code)}`);
    }
    host.quit(code);
  };
  const readFile = (path) => {
    requirePath(path, 'readFile');
    return answer(host.readFile, path);
  };
  const load = (path) => {
    requirePath(path, 'load');
    return host.evaluate(answer(host.readFile, path), path);
  };

  lib.define('scriptArgs', host.scriptArgs);
  lib.define('quit', quit);
  lib.define('readFile', readFile);
  lib.define('load', load);

  /** The value of -p as text: a string as it is, anything else inspected. */
  lib.show = (value) => (typeof value === 'string' ? value : lib.inspect(value));

  lib.isAwaitable = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    return lib.unwrap(value) === value && lib.isPromise(value, lib.chainOf(value));
  };

  /**
   * What was thrown, as two texts: the error's header or the value itself, and the stack with what else belongs to the error (its cause, its
   * properties), empty for anything that is no error.
   */
  lib.explain = (value) => {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    const object = isObject ? lib.unwrap(value) : undefined;
    const text = lib.inspect(value);
    if (object === undefined || !lib.isError(object, lib.chainOf(object))) {
      return { __proto__: null, isError: false, header: text, stack: '' };
    }
    const header = lib.stackHeader(lib.chainOf(object));
    const at = lib.indexOf(text, '\n    at ');
    if (at !== -1) return { __proto__: null, isError: true, header: lib.slice(text, 0, at), stack: lib.slice(text, at + 1) };
    return { __proto__: null, isError: true, header, stack: '' };
  };
})
