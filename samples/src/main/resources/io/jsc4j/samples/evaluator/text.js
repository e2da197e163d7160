// How strings, numbers and symbols are written, and how many columns a text takes on a terminal.
(function (lib) {
  'use strict';

  const { charCodeAt, codePointAt, slice, indexOf, includes, repeat, upperCase, numberToString, push, list, join } = lib;

  const LONGEST_STRING = 10000;
  const SHORTEST_BROKEN_LINE = 16;
  const LINE_WIDTH = 80;

  const isControl = (code) => code < 32 || (code > 126 && code < 160);
  const isSurrogate = (code) => code >= 0xd800 && code <= 0xdfff;
  const isPair = (text, i) => {
    if (charCodeAt(text, i) > 0xdbff || i + 1 >= text.length) return false;
    const low = charCodeAt(text, i + 1);
    return low >= 0xdc00 && low <= 0xdfff;
  };

  const shortEscapes = { __proto__: null, 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\' };

  const escapeOf = (code) => {
    const short = shortEscapes[code];
    if (short !== undefined) return short;
    if (code > 0xff) return '\\u' + numberToString(code, 16);
    const hex = upperCase(numberToString(code, 16));
    return '\\x' + (hex.length === 1 ? '0' + hex : hex);
  };

  /** Control characters, backslashes and lone surrogates escaped, and the single quote where it is the delimiter. */
  lib.escape = (text, escapeQuote) => {
    let out = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = charCodeAt(text, i);
      if (isSurrogate(code) && isPair(text, i)) {
        i++;
      } else if (isControl(code) || code === 92 || (code === 39 && escapeQuote) || isSurrogate(code)) {
        out += slice(text, from, i) + escapeOf(code);
        from = i + 1;
      }
    }
    return from === 0 ? text : out + slice(text, from);
  };

  /** In single quotes; in double quotes or backticks when that saves escaping a single quote. */
  lib.quote = (text) => {
    let delimiter = "'";
    if (includes(text, "'")) {
      if (!includes(text, '"')) {
        delimiter = '"';
      } else if (!includes(text, '`') && !includes(text, '${')) {
        delimiter = '`';
      }
    }
    return delimiter + lib.escape(text, delimiter === "'") + delimiter;
  };

  const lines = (text) => {
    const parts = list();
    let from = 0;
    for (let at; (at = indexOf(text, '\n', from)) !== -1; from = at + 1) push(parts, slice(text, from, at + 1));
    if (from < text.length) push(parts, slice(text, from));
    return parts;
  };

  const writeString = (text, indentation) => {
    let trailer = '';
    if (text.length > LONGEST_STRING) {
      const remaining = text.length - LONGEST_STRING;
      text = slice(text, 0, LONGEST_STRING);
      trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
    }
    if (text.length <= SHORTEST_BROKEN_LINE || text.length <= LINE_WIDTH - indentation - 4) {
      return lib.quote(text) + trailer;
    }
    const parts = lines(text);
    for (let i = 0; i < parts.length; i++) parts[i] = lib.quote(parts[i]);
    return join(parts, ` +\n${repeat(' ', indentation + 2)}`) + trailer;
  };

  lib.writeNumber = (number) => (lib.objectIs(number, -0) ? '-0' : `${number}`);

  lib.writePrimitive = (value, indentation) => {
    switch (typeof value) {
      case 'string':
        return writeString(value, indentation);
      case 'number':
        return lib.writeNumber(value);
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return lib.symbolToString(value);
      default:
        return `${value}`;
    }
  };

  // First and last code points of what a terminal shows two columns wide: the East Asian wide and full-width
  // characters and the emoji.
  const WIDE = [
    0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615,
    0x2630, 0x2637, 0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab,
    0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5,
    0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e,
    0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50,
    0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0x3247, 0x3250, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xfa0e, 0xfa29,
    0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x1b2fb, 0x1d300, 0x1d376,
    0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f1e6, 0x1f320, 0x1f32d, 0x1f335,
    0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4,
    0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567,
    0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc,
    0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7f0, 0x1f90c, 0x1f93a,
    0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faf8, 0x20000, 0x3fffd,
  ];

  const isWide = (point) => {
    let low = 0;
    let high = WIDE.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (point > WIDE[middle * 2 + 1]) low = middle + 1;
      else high = middle;
    }
    return low < WIDE.length / 2 && point >= WIDE[low * 2];
  };

  const zeroWidth = /[\p{Cc}\p{Cf}\p{Me}\p{Mn}]/u;
  const SOFT_HYPHEN = 0xad;

  /** Columns on a terminal. */
  lib.width = (text) => {
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      const code = charCodeAt(text, i);
      if (code >= 127) return width + wideText(lib.normalize(slice(text, i), 'NFC'));
      if (code >= 32) width++;
    }
    return width;
  };

  const wideText = (text) => {
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      const point = codePointAt(text, i);
      const units = point > 0xffff ? 2 : 1;
      if (isWide(point)) width += 2;
      else if (point === SOFT_HYPHEN || lib.regExpTest(zeroWidth, slice(text, i, i + units)) === null) width++;
      i += units - 1;
    }
    return width;
  };
})
