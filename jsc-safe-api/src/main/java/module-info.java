/**
 * jsc4j: JavaScript in Java, by JavaScriptCore.
 *
 * <p>Start at {@link io.jsc4j.JsContext}. The module needs {@code --enable-native-access=io.jsc4j,io.jsc4j.bindings}.
 */
module io.jsc4j {
  requires io.jsc4j.bindings;
  requires org.slf4j;
  requires java.management;
  requires tools.jackson.core;
  requires static jdk.jfr;
  requires static transitive org.jspecify;

  exports io.jsc4j;
  exports io.jsc4j.spi;

  uses io.jsc4j.spi.JscLibraryProvider;
  uses io.jsc4j.bindings.bundle.EngineBundle;
}
