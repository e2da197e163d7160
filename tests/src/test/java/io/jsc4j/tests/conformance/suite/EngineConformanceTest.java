package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsCapability;
import io.jsc4j.JsEngine;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.conformance.Covers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine as a guest of the JVM: its version, and the signals that both would like to have. */
final class EngineConformanceTest extends ConformanceTest {
  /** (module (memory 1) (func (export "load") (param i32) (result i32) local.get 0 i32.load)). */
  private static final String MODULE =
      """
          new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0,
            5, 3, 1, 0, 1, 7, 8, 1, 4, 108, 111, 97, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 40, 2, 0, 11]))).exports.load""";

  @Covers({"jsc_get_major_version", "jsc_get_minor_version", "jsc_get_micro_version"})
  @Test
  void theVersionIsThatOfARelease() {
    assumeCapability(JsCapability.ENGINE_VERSION);
    String[] parts = JsEngine.load().version().split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(Integer.parseInt(parts[0])).isEqualTo(2);
    assertThat(Integer.parseInt(parts[1])).isBetween(32, 200);
    assertThat(Integer.parseInt(parts[2])).isBetween(0, 200);
  }

  /** A trap of WebAssembly and a null that Java finds by a fault of its own, one after the other, compiled and interpreted. */
  @Covers({"jsc_options_set_boolean", "jsc_options_set_uint"})
  @Test
  void faultsOfJavaAndTrapsOfWebAssemblyDoNotMeet() {
    js.eval("var load = " + MODULE);
    for (int i = 0; i < 2_000; i++) {
      assertThat(lengthOf(i % 2 == 0 ? null : "text")).isEqualTo(i % 2 == 0 ? -1 : 4);
      if (i % 10 == 0) {
        JsThrownException trap = thrownBy("load(65536)");
        assertThat(trap.name()).isEqualTo("RuntimeError");
      }
    }
    assertThat(js.eval("load(65532)")).isEqualTo(js.eval("0"));
    assertThat(js.eval("let n = 0; for (let i = 0; i < 10000; i++) { try { load(-1) } catch { n++ } } n").asInt())
        .isEqualTo(10_000);
    assertThat(js.eval("undefined")).isEqualTo(JsValue.undefined());
  }

  // Finding the null by a fault, not by asking, is what this is about.
  @SuppressWarnings({"NullAway", "CatchNPE"})
  private static int lengthOf(@Nullable String text) {
    try {
      return text.length();
    } catch (NullPointerException e) {
      return -1;
    }
  }
}
