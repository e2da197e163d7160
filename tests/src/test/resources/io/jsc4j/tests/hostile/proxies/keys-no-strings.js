// A proxy whose keys are numbers and objects, which the language forbids.
// expect: value
new Proxy({}, { ownKeys: () => [1, {}, null] });
