// A getter that throws an object whose properties throw.
// expect: value
({ get x() { throw { get message() { throw { get message() { throw 3; } }; } }; }, get name() { throw null; } });
