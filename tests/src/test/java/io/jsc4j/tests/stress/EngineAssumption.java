package io.jsc4j.tests.stress;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryException;
import org.junit.jupiter.api.Assumptions;

/** Skips tests where the engine that they are run for is not installed. */
public final class EngineAssumption {
  private EngineAssumption() {}

  /** Skips the test, or fails it where {@code -Djsc4j.requireBundled=true} says that the bundled engine must be there. */
  public static void assumeEngine() {
    try {
      JsEngine.load();
    } catch (JscLibraryException e) {
      if (Boolean.getBoolean("jsc4j.requireBundled") && !"system".equals(System.getProperty("io.jsc4j.library"))) {
        throw e;
      }
      Assumptions.abort("no engine: " + e.getMessage());
    }
  }
}
