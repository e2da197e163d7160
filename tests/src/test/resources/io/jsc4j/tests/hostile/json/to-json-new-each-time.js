// A toJSON that gives another object with a toJSON.
// expect: value
const make = n => ({ toJSON() { return [make(n + 1)]; } });
make(0);
