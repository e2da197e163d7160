package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsLimits;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsEngine
final class JsRuntimeOptionsTest {
  private static final JsLimits BRIEF = JsLimits.none().withTime(Duration.ofMillis(30));

  @Test
  void theDefaults() {
    JsRuntimeOptions defaults = JsRuntimeOptions.defaults();

    assertThat(defaults.limits()).isEqualTo(JsLimits.none());
    assertThat(defaults.errorExposure()).isEqualTo(JsErrorExposure.INTENDED);
    try (JsRuntime runtime = JsRuntime.open()) {
      assertThat(runtime.options()).isEqualTo(defaults);
    }
  }

  @Test
  void eachChangeKeepsTheRest() {
    JsRuntimeOptions options = JsRuntimeOptions.defaults().withLimits(BRIEF).withErrorExposure(JsErrorExposure.NONE);

    assertThat(options.limits()).isEqualTo(BRIEF);
    assertThat(options.errorExposure()).isEqualTo(JsErrorExposure.NONE);
    assertThat(options.withLimits(JsLimits.none()).errorExposure()).isEqualTo(JsErrorExposure.NONE);
    assertThat(JsRuntimeOptions.defaults().limits()).isEqualTo(JsLimits.none());
  }

  @Test
  void theyAreCompared() {
    JsRuntimeOptions options = JsRuntimeOptions.defaults().withLimits(BRIEF);

    assertThat(options).isEqualTo(JsRuntimeOptions.defaults().withLimits(BRIEF))
        .hasSameHashCodeAs(JsRuntimeOptions.defaults().withLimits(BRIEF))
        .isNotEqualTo(JsRuntimeOptions.defaults())
        .isNotEqualTo(options.withErrorExposure(JsErrorExposure.NONE));
    assertThat(options).hasToString("JsRuntimeOptions[limits=" + BRIEF + ", errorExposure=INTENDED]");
  }

  @Test
  void aRuntimeKeepsToThem() {
    JsRuntimeOptions options = JsRuntimeOptions.defaults().withLimits(BRIEF);
    try (JsContext js = JsContext.open(options)) {
      assertThat(js.runtime().options()).isEqualTo(options);
      assertThat(js.runtime().limits()).isEqualTo(BRIEF);
      assertThatThrownBy(() -> js.eval("for (;;);")).isInstanceOf(JsTerminatedException.class);
    }
    try (JsRuntime runtime = JsRuntime.open(BRIEF)) {
      assertThat(runtime.options()).isEqualTo(options);
    }
  }
}
