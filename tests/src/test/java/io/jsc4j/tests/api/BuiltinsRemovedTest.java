package io.jsc4j.tests.api;

import io.jsc4j.JsBuiltin;
import io.jsc4j.JsContext;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code JsRuntimeOptions.without}. */
@NeedsEngine
class BuiltinsRemovedTest {
  private static final JsRuntimeOptions DEFAULTS = JsRuntimeOptions.defaults();

  private static void assertUnreachable(JsBuiltin builtin, String... names) throws IOException {
    try (JsRuntime runtime = JsRuntime.open(DEFAULTS.without(builtin));
        JsContext first = runtime.openContext();
        JsContext second = runtime.openContext()) {
      for (JsContext context : new JsContext[]{first, second}) {
        assertThat(IsolationTest.reachable(context)).noneMatch(path -> {
          for (String name : names) {
            if (path.contains(name)) {
              return true;
            }
          }
          return false;
        }).anyMatch(path -> path.startsWith("WeakMap"));
        assertThat(context.eval("6 * 7").asInt()).isEqualTo(42);
      }
    }
  }

  @Test
  void webAssembly() throws IOException {
    assertUnreachable(JsBuiltin.WEB_ASSEMBLY, "WebAssembly");
    try (JsContext js = JsContext.open(DEFAULTS.without(JsBuiltin.WEB_ASSEMBLY))) {
      assertThat(js.compileWebAssembly(new byte[]{0, 'a', 's', 'm', 1, 0, 0, 0})).as("from Java").isNotNull();
    }
  }

  @Test
  void sharedMemory() throws IOException {
    assertUnreachable(JsBuiltin.SHARED_MEMORY, "Atomics", "SharedArrayBuffer");
  }

  @Test
  void weakReferences() throws IOException {
    assertUnreachable(JsBuiltin.WEAK_REFERENCES, "WeakRef", "FinalizationRegistry");
  }

  @Test
  void eval() {
    try (JsContext js = JsContext.open(DEFAULTS.without(JsBuiltin.EVAL))) {
      assertThatThrownBy(() -> js.eval("eval('1')")).hasMessageContaining(
          "EvalError: the host of this script does not allow code from text");
      assertThat(js.evalIn("x", js.parseJson("{\"x\": 1}").asObject()).asInt()).isOne();
    }
  }

  @Test
  void several() {
    JsRuntimeOptions options = DEFAULTS.without(JsBuiltin.EVAL).without(JsBuiltin.WEB_ASSEMBLY, JsBuiltin.WEB_ASSEMBLY);
    assertThat(options.without()).containsExactly(JsBuiltin.EVAL, JsBuiltin.WEB_ASSEMBLY);
    assertThat(options).isEqualTo(DEFAULTS.without(JsBuiltin.WEB_ASSEMBLY, JsBuiltin.EVAL))
        .isNotEqualTo(DEFAULTS)
        .hasToString("JsRuntimeOptions[limits=" + options.limits()
            + ", errorExposure=INTENDED, without=[EVAL, WEB_ASSEMBLY]]");
    assertThat(options.withLimits(options.limits()).withErrorExposure(options.errorExposure())).isEqualTo(options)
        .hasSameHashCodeAs(options);
    assertThat(DEFAULTS.without()).isEmpty();
    try (JsContext js = JsContext.open(DEFAULTS.without(JsBuiltin.values()))) {
      assertThat(js.eval("typeof WebAssembly + typeof Atomics + typeof WeakRef").asString())
          .isEqualTo("undefinedundefinedundefined");
    }
  }
}
