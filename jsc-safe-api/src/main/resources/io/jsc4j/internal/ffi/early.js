// Evaluated in every context before any other script: what realm.js and Java will want of this very realm, and could not get at once scripts have changed
// its globals. A context costs time and memory for each thing that is looked up here for the first time (the constructors of errors and collections
// among them), so this is only what no other realm can stand in for.
({
  __proto__: null,
  evaluate: eval,
  parseJson: JSON.parse,
  stringify: JSON.stringify,
  slice: [].slice,
  Module: globalThis.WebAssembly?.Module,
  Instance: globalThis.WebAssembly?.Instance,
})
