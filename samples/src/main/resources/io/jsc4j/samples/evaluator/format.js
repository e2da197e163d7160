// The arguments of console.log as one text: %s %d %i %f %j %o %O %c %% in a first string, the rest separated by spaces.
(function (lib) {
  'use strict';

  const { charCodeAt, slice, writeNumber, inspect, chainOf, lookUp, hasOwn } = lib;

  /** Whether String(object) would run nothing but built-in code, so that an inspection says more. */
  const hasBuiltInText = (value) => {
    const object = lib.unwrap(value);
    if (object === undefined) return true;
    const chain = chainOf(object);
    const hasToString = typeof lookUp(chain, 'toString') === 'function';
    const hasToPrimitive = typeof lookUp(chain, lib.toPrimitive) === 'function';
    if (!hasToString && !hasToPrimitive) return true;
    if (hasToString && hasOwn(object, 'toString')) return false;
    if (hasToPrimitive && hasOwn(object, lib.toPrimitive)) return false;
    for (let i = 1; i < chain.length; i++) {
      const defines =
        (hasToString && hasOwn(chain[i], 'toString')) || (hasToPrimitive && hasOwn(chain[i], lib.toPrimitive));
      if (!defines) continue;
      const constructor = lib.ownData(chain[i], 'constructor');
      return typeof constructor === 'function' && lib.setHas(lib.builtInNames, lib.nameOf(constructor));
    }
    return true;
  };

  const asText = (value) => {
    if (typeof value === 'number') return writeNumber(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'object' && value !== null && hasBuiltInText(value)) {
      return inspect(value, { __proto__: null, depth: 0 });
    }
    return lib.String(value);
  };

  const asNumber = (value, convert) => {
    if (typeof value === 'bigint' && convert !== lib.parseFloat) return `${value}n`;
    return typeof value === 'symbol' ? 'NaN' : writeNumber(convert(value));
  };

  /** The first line of an error's message: what follows it names the objects. */
  const messageOf = (error) => {
    const message = lookUp(chainOf(error), 'message');
    if (typeof message !== 'string') return '';
    const end = lib.indexOf(message, '\n');
    return end === -1 ? message : slice(message, 0, end);
  };

  let cycleMessage;

  const asJson = (value) => {
    try {
      return `${lib.stringify(value)}`;
    } catch (error) {
      if (cycleMessage === undefined) {
        try {
          const cycle = { __proto__: null };
          cycle.self = cycle;
          lib.stringify(cycle);
        } catch (cycleError) {
          cycleMessage = messageOf(cycleError);
        }
      }
      const isObject = typeof error === 'object' && error !== null && lib.unwrap(error) === error;
      if (isObject && messageOf(error) === cycleMessage) return '[Circular]';
      throw error;
    }
  };

  const substitute = (directive, value) => {
    switch (directive) {
      case 115: // s
        return asText(value);
      case 100: // d
        return asNumber(value, lib.Number);
      case 105: // i
        return asNumber(value, lib.parseInt);
      case 102: // f
        return asNumber(value, lib.parseFloat);
      case 106: // j
        return asJson(value);
      case 79: // O
        return inspect(value);
      case 111: // o
        return inspect(value, { __proto__: null, depth: 4, showHidden: true });
      case 99: // c: a style sheet, which a terminal has no use for
        return '';
      default:
        return undefined;
    }
  };

  const PERCENT = 37;

  /** The text of a list of values. */
  lib.format = (values) => {
    const first = values[0];
    let used = 0;
    let text = '';
    if (typeof first === 'string') {
      if (values.length === 1) return first;
      let from = 0;
      for (let i = 0; i < first.length - 1; i++) {
        if (charCodeAt(first, i) !== PERCENT) continue;
        const directive = charCodeAt(first, ++i);
        if (directive === PERCENT) {
          text += slice(first, from, i);
          from = i + 1;
        } else if (used + 1 < values.length) {
          const replacement = substitute(directive, values[used + 1]);
          if (replacement === undefined) continue;
          used++;
          text += slice(first, from, i - 1) + replacement;
          from = i + 1;
        }
      }
      text += slice(first, from);
      used++;
    }
    for (let i = used; i < values.length; i++) {
      if (i !== 0) text += ' ';
      text += typeof values[i] === 'string' ? values[i] : inspect(values[i]);
    }
    return text;
  };
})
