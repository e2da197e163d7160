/** JavaScriptCore in a jar. Not for applications: the module {@code io.jsc4j} finds it as a service. */
module io.jsc4j.engine {
  requires io.jsc4j.bindings;
  requires static org.jspecify;

  provides io.jsc4j.bindings.bundle.EngineBundle with
      io.jsc4j.engine.LinuxX8664Bundle;
}
