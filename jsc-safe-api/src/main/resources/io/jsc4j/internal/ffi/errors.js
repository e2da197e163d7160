// What errors need of the engine, in the service realm.
({
  // The JavaScript that is running, innermost first, as an Error writes it.
  here: () => new Error().stack,
})
