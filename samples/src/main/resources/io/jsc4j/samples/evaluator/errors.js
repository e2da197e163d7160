// Errors: their header, and their stack in the form "    at f (file.js:1:2)".
(function (lib) {
  'use strict';

  const { lookUp, indexOf, lastIndexOf, slice, includes, startsWith, endsWith, charCodeAt, split, join, list, push } = lib;

  const OWN_SOURCES = 'jsc4j:';
  const FRAME = '\n    at';

  /** Text of a primitive; the text of an object would take running its toString. */
  const textOf = (value, otherwise) => {
    if (value === undefined || (typeof value === 'object' && value !== null) || typeof value === 'function') {
      return otherwise;
    }
    return typeof value === 'symbol' ? lib.symbolToString(value) : `${value}`;
  };

  /** "TypeError: message". */
  const header = (chain) => {
    const name = textOf(lookUp(chain, 'name'), 'Error');
    const message = textOf(lookUp(chain, 'message'), '');
    if (name === '') return message;
    return message === '' ? name : `${name}: ${message}`;
  };

  lib.stackHeader = header;

  const isDigit = (code) => code >= 48 && code <= 57;

  const hasPosition = (place) => {
    let i = place.length;
    for (let n = 0; n < 2; n++) {
      const end = i;
      while (i > 0 && isDigit(charCodeAt(place, i - 1))) i--;
      if (i === end || i === 0 || charCodeAt(place, i - 1) !== 58) return false;
      i--;
    }
    return true;
  };

  /** One line of JavaScriptCore's stack, "f@file.js:1:2", or undefined when it is not such a line. */
  const frameOf = (line) => {
    const at = lastIndexOf(line, '@');
    const place = slice(line, at + 1);
    const isNative = place === '[native code]';
    if (at === -1 ? !isNative && !hasPosition(place) : place !== '' && !isNative && !hasPosition(place)) return undefined;
    if (startsWith(place, OWN_SOURCES)) return '';
    const callee = at === -1 ? '' : slice(line, 0, at);
    const where = isNative ? 'native' : place === '' ? '<anonymous>' : place;
    const isTop = callee === '' || callee === 'global code' || callee === 'module code';
    return isTop ? `    at ${where}` : `    at ${callee} (${where})`;
  };

  /** The stack as Node words it. A stack that the script wrote itself is kept as it is. */
  lib.stackOf = (chain) => {
    const stack = lookUp(chain, 'stack');
    if (typeof stack !== 'string' || stack === '') return header(chain);
    const lines = split(stack, '\n');
    let text = header(chain);
    for (let i = 0; i < lines.length; i++) {
      const frame = frameOf(lines[i]);
      if (frame === undefined) return stack;
      if (frame !== '') text += `\n${frame}`;
    }
    return text;
  };

  /** Names the class in the header where the error's own name does not: "Foo [Error]: message". */
  const withClass = (stack, className, name, tag) => {
    let length = name.length;
    const next = charCodeAt(stack, length);
    const isRegular =
      endsWith(name, 'Error') && startsWith(stack, name) && (stack.length === length || next === 58 || next === 10);
    if (className !== null && !isRegular) return stack;
    let fallback = 'Error';
    if (className === null) {
      const end = errorNameEnd(stack);
      length = end;
      if (end !== 0) fallback = slice(stack, 0, end);
    }
    const prefix = slice(lib.prefix(className, tag, fallback), 0, -1);
    if (name === prefix) return stack;
    if (!includes(prefix, name)) return `${prefix} [${name}]${slice(stack, length)}`;
    return length === 0 ? `${prefix}: ${stack}` : `${prefix}${slice(stack, length)}`;
  };

  const isNameUnit = (code) =>
    (code >= 65 && code <= 93 && code !== 92) || (code >= 97 && code <= 122) || isDigit(code) ||
    code === 32 || code === 40 || code === 41 || code === 45 || code === 95;

  /** Where a leading "SomeError" ends that is followed by a colon, a frame or nothing; 0 when there is none. */
  const errorNameEnd = (stack) => {
    const first = charCodeAt(stack, 0);
    let end = 0;
    while (end < stack.length && isNameUnit(charCodeAt(stack, end))) end++;
    const isCapital = first >= 65 && first <= 90 && end > 1;
    if (isCapital && (charCodeAt(stack, end) === 58 || startsWith(slice(stack, end), FRAME))) return end;
    return end === stack.length && endsWith(stack, 'Error') && !includes(stack, ' ') ? end : 0;
  };

  const hideRepeatedKeys = (keys, object, stack) => {
    const kept = list();
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const isRepeated =
        (key === 'name' || key === 'message' || key === 'stack') &&
        includes(stack, textOf(lib.ownData(object, key), 'undefined'));
      if (!isRepeated) push(kept, key);
    }
    return kept;
  };

  /** Frames that the cause shows as well are left out, when there are more than three of them in a row. */
  const withoutCauseFrames = (frames, chain) => {
    const cause = lookUp(chain, 'cause');
    if (typeof cause !== 'object' || cause === null) return frames;
    const behind = lib.unwrap(cause);
    if (behind === undefined) return frames;
    const causeChain = lib.chainOf(behind);
    if (!lib.isError(behind, causeChain)) return frames;
    const causeStack = lib.stackOf(causeChain);
    const start = indexOf(causeStack, FRAME);
    if (start === -1) return frames;
    const others = split(slice(causeStack, start + 1), '\n');
    for (let i = 0; i < frames.length - 3; i++) {
      let at = 0;
      while (at < others.length && others[at] !== frames[i]) at++;
      let same = 0;
      while (i + same < frames.length && at + same < others.length && frames[i + same] === others[at + same]) same++;
      if (same > 3) return cutOut(frames, i + 1, same - 2);
    }
    return frames;
  };

  const cutOut = (frames, from, count) => {
    const kept = list();
    for (let i = 0; i < frames.length; i++) {
      if (i === from) push(kept, `    ... ${count} lines matching cause stack trace ...`);
      if (i < from || i >= from + count) push(kept, frames[i]);
    }
    return kept;
  };

  /** The header and stack of an error; keys loses what they already say and gains the cause and the errors. */
  lib.writeError = (state, object, chain, className, tag, keys) => {
    const ownName = lookUp(chain, 'name');
    const name = ownName === null ? 'Error' : textOf(ownName, 'Error');
    let stack = lib.stackOf(chain);
    if (!state.showHidden) keys = hideRepeatedKeys(keys, object, stack);
    if (lib.inChain(chain, 'cause') && !lib.contains(keys, 'cause')) push(keys, 'cause');
    if (lib.isArray(lookUp(chain, 'errors')) && !lib.contains(keys, 'errors')) push(keys, 'errors');

    stack = withClass(stack, className, name, tag);
    const message = textOf(lookUp(chain, 'message'), '');
    const at = message === '' ? -1 : indexOf(stack, message);
    const frames = indexOf(stack, FRAME, at <= 0 ? 0 : at + message.length);
    if (frames === -1) {
      stack = `[${stack}]`;
    } else {
      const kept = withoutCauseFrames(split(slice(stack, frames + 1), '\n'), chain);
      stack = `${slice(stack, 0, frames)}\n${join(kept, '\n')}`;
    }
    if (state.indentation !== 0) stack = lib.replaceAll(stack, '\n', `\n${lib.repeat(' ', state.indentation)}`);
    return { __proto__: null, text: stack, keys };
  };
})
