// What Java asks about objects as such. Runs in the service realm, so its globals are as the engine made them.
({
  getPrototypeOf: Reflect.getPrototypeOf,
})
