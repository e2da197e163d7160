// Throws an object whose message, stack and name never come.
// expect: throws
throw { get message() { for (;;); }, get stack() { for (;;); }, get name() { for (;;); } };
