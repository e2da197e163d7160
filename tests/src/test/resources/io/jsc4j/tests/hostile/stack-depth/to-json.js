// Recurses through toJSON.
// expect: throws|terminated
// ends-by: stackDepth
const o = { toJSON() { return JSON.stringify(o); } };
JSON.stringify(o);
