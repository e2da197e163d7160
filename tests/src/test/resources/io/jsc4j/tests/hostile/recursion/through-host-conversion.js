// Recurses through a conversion: toJSON asks the host for the JSON of itself.
// expect: throws
// needs: hostFunctions
const o = { toJSON() { return host.json(o); } };
host.json(o);
