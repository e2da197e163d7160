/** The raw bindings to JavaScriptCore. Internal to jsc4j: applications use the module {@code io.jsc4j}. */
module io.jsc4j.bindings {
  requires static org.jspecify;

  // The audited layer of the library; nothing else may call C without its checks.
  exports io.jsc4j.bindings to
      io.jsc4j;

  // The library looks bundles up, and the engine's jar is one.
  exports io.jsc4j.bindings.bundle to
      io.jsc4j,
      io.jsc4j.engine;
}
