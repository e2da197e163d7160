// A stackTraceLimit that is no number, and captureStackTrace that throws.
// expect: throws
Error.stackTraceLimit = { valueOf() { throw 1; } };
Error.captureStackTrace = Error.prepareStackTrace = () => { throw 2; };
null.f();
