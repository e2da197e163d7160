// A toJSON that gives another object with a toJSON.
// expect: value
// in-process: escapes (an indented toJson of it goes on long after its limit, in the engine)
const make = n => ({ toJSON() { return [make(n + 1)]; } });
make(0);
