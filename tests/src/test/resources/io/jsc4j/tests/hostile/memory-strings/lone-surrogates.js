// Strings that are no Unicode: halves of pairs, in keys, values and messages.
// expect: value
({ '\ud800': '\udfff', ['\udc00\ud800']: ['\ud83d', '\u0000\ud800\u0000'] });
