// The console and print. Everything a script prints goes through here, and then to the host's two streams.
(function (lib, host) {
  'use strict';

  const { format, inspect, repeat, replaceAll, mapGet, mapSet, mapDelete } = lib;

  const OUT = 1;
  const ERR = 2;
  const counts = new lib.Map();
  const timers = new lib.Map();
  let groups = 0;

  const write = (stream, text) => {
    if (groups !== 0) {
      const indentation = repeat('  ', groups);
      text = indentation + replaceAll(text, '\n', `\n${indentation}`);
    }
    host.write(stream, `${text}\n`);
  };

  // String(symbol) would describe it; a label is put into a text and so must not be one.
  const labelOf = (label) => (label === undefined ? 'default' : `${label}`);

  const unknown = (what, label) => write(ERR, `Warning: ${what} '${label}' does not exist`);

  const elapsed = (label) => `${label}: ${lib.round((lib.now() - mapGet(timers, label)) * 1000) / 1000}ms`;

  const methods = {
    log(...values) {
      write(OUT, format(values));
    },
    info(...values) {
      write(OUT, format(values));
    },
    debug(...values) {
      write(OUT, format(values));
    },
    warn(...values) {
      write(ERR, format(values));
    },
    error(...values) {
      write(ERR, format(values));
    },
    trace(...values) {
      const error = new lib.Error(format(values));
      lib.defineProperty(error, 'name', { __proto__: null, value: 'Trace', configurable: true });
      write(ERR, lib.stackOf(lib.chainOf(error)));
    },
    assert(condition, ...values) {
      if (condition) return;
      if (values.length === 0) {
        write(ERR, 'Assertion failed');
      } else if (typeof values[0] === 'string') {
        values[0] = `Assertion failed: ${values[0]}`;
        write(ERR, format(values));
      } else {
        write(ERR, `Assertion failed ${format(values)}`);
      }
    },
    dir(value, options) {
      const chain = typeof options === 'object' && options !== null ? lib.chainOf(options) : undefined;
      const depth = chain === undefined ? undefined : lib.lookUp(chain, 'depth');
      const showHidden = chain !== undefined && lib.lookUp(chain, 'showHidden') === true;
      write(OUT, inspect(value, { __proto__: null, depth: depth === null ? Infinity : depth, showHidden }));
    },
    group(...values) {
      if (values.length !== 0) write(OUT, format(values));
      groups++;
    },
    groupCollapsed(...values) {
      if (values.length !== 0) write(OUT, format(values));
      groups++;
    },
    groupEnd() {
      if (groups !== 0) groups--;
    },
    count(label) {
      const name = labelOf(label);
      const count = (mapGet(counts, name) || 0) + 1;
      mapSet(counts, name, count);
      write(OUT, `${name}: ${count}`);
    },
    countReset(label) {
      const name = labelOf(label);
      if (!mapDelete(counts, name)) unknown('Count for', name);
    },
    time(label) {
      mapSet(timers, labelOf(label), lib.now());
    },
    timeLog(label, ...values) {
      const name = labelOf(label);
      if (mapGet(timers, name) === undefined) unknown('No such label', name);
      else write(OUT, values.length === 0 ? elapsed(name) : `${elapsed(name)} ${format(values)}`);
    },
    timeEnd(label) {
      const name = labelOf(label);
      if (mapGet(timers, name) === undefined) {
        unknown('No such label', name);
      } else {
        write(OUT, elapsed(name));
        mapDelete(timers, name);
      }
    },
  };

  lib.define = (name, value) => {
    const descriptor = { __proto__: null, value, writable: true, enumerable: false, configurable: true };
    lib.defineProperty(lib.global, name, descriptor);
  };

  lib.defineProperty(methods, lib.toStringTag, { __proto__: null, value: 'console', configurable: true });
  lib.define('console', methods);
  const print = (...values) => write(OUT, format(values));
  lib.define('print', print);
})
