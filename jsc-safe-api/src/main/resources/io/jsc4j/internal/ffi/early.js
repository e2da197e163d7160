// Called with the global object of each context before any script runs there: what realm.js and Java will want of that very realm, and could not get at
// once scripts have changed its globals. One function of the service realm for all contexts, because to evaluate a script in each costs several times as
// much (benchmark row newContext). A context also costs time and memory for each thing that is looked up here for the first time (the constructors of
// errors and collections among them), so this is only what no other realm can stand in for.
(function (realm) {
  'use strict';
  return {
    __proto__: null,
    evaluate: realm.eval,
    parseJson: realm.JSON.parse,
    stringify: realm.JSON.stringify,
    slice: realm.Array.prototype.slice,
    Module: realm.WebAssembly?.Module,
    Instance: realm.WebAssembly?.Instance,
  };
})
