// Called with the global object of each context before any script runs there: what realm.js and Java will want of that very realm, and could not get at
// once scripts have changed its globals. One function of the service realm for all contexts, because to evaluate a script in each costs several times as
// much (benchmark rows newContext, contextMemory). A context also costs time and memory for each thing that is looked up here for the first time (the
// constructors of errors and collections among them), so this is only what no other realm can stand in for.
(function () {
  'use strict';
  // Not `object.name`: to remember where the property was, the engine would first copy the table of all properties of the global object.
  const { get } = Reflect;

  return function (realm) {
    const json = get(realm, 'JSON');
    const webAssembly = get(realm, 'WebAssembly');
    return {
      __proto__: null,
      evaluate: get(realm, 'eval'),
      parseJson: get(json, 'parse'),
      stringify: get(json, 'stringify'),
      slice: get(get(get(realm, 'Array'), 'prototype'), 'slice'),
      Module: webAssembly && get(webAssembly, 'Module'),
      Instance: webAssembly && get(webAssembly, 'Instance'),
    };
  };
})()
