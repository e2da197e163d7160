package io.jsc4j.tests.conformance.suite;

import io.jsc4j.JsCapability;
import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsHeapLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.tests.conformance.Covers;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits end a script wherever it is, nothing in the script can keep that from happening, and the context works afterwards. */
@NeedsEngine
@Tag("collector")
@Covers({"JSContextGroupSetExecutionTimeLimit", "JSContextGroupClearExecutionTimeLimit",
    "JSContextCreateBacktrace"})
final class LimitsConformanceTest {
  private static final JsLimits SHORT = JsLimits.none().withTime(Duration.ofMillis(40));

  @BeforeEach
  void needsLimits() {
    Assumptions.assumeTrue(JsEngine.load().capabilities().contains(JsCapability.EXECUTION_TIME_LIMIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;);", "while (true) { try { for (;;); } catch {} }",
      "try { for (;;); } finally { for (;;); }",
      "'use strict'; function tail(i) { return tail(i + 1) } tail(0)", "[2, 1].sort(() => { for (;;); })",
      "({ get x() { for (;;); } }).x", "`${{ toString() { for (;;); } }}`", "new Proxy({}, { get() { for (;;); } }).x",
      "[...(function* () { for (;;) yield 1 })()]", "JSON.parse('[1]', () => { for (;;); })",
      "JSON.stringify({ toJSON() { for (;;); } })", "'x'.replace(/x/, () => { for (;;); })",
      "Reflect.ownKeys(new Proxy({}, { ownKeys() { for (;;); } }))", "new (class { constructor() { for (;;); } })",
      "for (let i = 0; ; i++) Math.sqrt(i)", "let s = ''; for (;;) s = (s + 'x').slice(-10)",
      "const m = new Map; for (let i = 0; ; i++) { m.set(i % 100, i) }", "eval('for (;;);')",
      "new Function('for (;;);')()",
      "(async () => { for (;;); })()", "Promise.resolve().then(() => { for (;;); })"})
  void anEndlessScriptEnds(String script) {
    try (JsContext js = JsContext.open(SHORT)) {
      JsTerminatedException ended = Assertions.catchThrowableOfType(JsTerminatedException.class, () -> js.eval(script));

      assertThat(ended).isNotNull();
      assertThat(ended).isInstanceOf(JsTimeLimitException.class);
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
      assertThat(js.eval("var n = 0; for (let i = 0; i < 1000; i++) n += i; n").asInt()).isEqualTo(499_500);
    }
  }

  @Test
  void aLimitStrikesAgain() {
    try (JsContext js = JsContext.open(SHORT)) {
      JsFunction endless = js.eval("() => { for (;;); }").asFunction();
      for (int i = 0; i < 5; i++) {
        assertThat(Assertions.catchThrowable(endless::call)).isInstanceOf(JsTerminatedException.class);
        assertThat(js.eval("1").asInt()).isEqualTo(1);
      }
    }
  }

  @Test
  void noCatchOfAScriptSeesATermination() {
    try (JsContext js = JsContext.open(SHORT)) {
      assertThat(Assertions.catchThrowable(() -> js.eval("""
          var seen = [];
          try { for (;;); } catch (e) { seen.push('caught') } finally { seen.push('finally') }
          seen.push('after')"""))).isInstanceOf(JsTerminatedException.class);
      assertThat(js.eval("seen.length").asInt()).isZero();
    }
  }

  @Test
  void aHostFunctionInBetweenIsNotInTheWay() {
    try (JsContext js = JsContext.open(SHORT)) {
      js.global().set("host", js.function("host", call -> call.arg(0).asFunction().call()));

      assertThat(Assertions.catchThrowable(() -> js.eval("host(() => host(() => { for (;;); }))"))).isInstanceOf(
          JsTerminatedException.class);
      assertThat(js.eval("host(() => 42)").asInt()).isEqualTo(42);
    }
  }

  @Test
  void whatEndsInTimeIsNotDisturbed() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMinutes(10)))) {
      assertThat(js.eval("let n = 0; for (let i = 0; i < 3_000_000; i++) n = (n + i) | 0; n").asInt()).isEqualTo(
          (int) (3_000_000L
              * 2_999_999 / 2));
    }
  }

  @Covers("JSGetMemoryUsageStatistics")
  @ParameterizedTest
  @ValueSource(strings = {"const a = []; for (;;) a.push({})", "const a = []; for (;;) a.push(new Array(1000).fill(0))",
      "let s = []; for (let i = 0; ; i++) s.push('text ' + i)",
      "const m = new Map; for (let i = 0; ; i++) m.set({}, i)"})
  void aHeapThatGrowsIsEnded(String script) {
    Assumptions.assumeTrue(JsEngine.load().capabilities().contains(JsCapability.MEMORY_STATISTICS));
    try (JsContext js = JsContext.open(JsLimits.none().withHeap(16 << 20).withTime(Duration.ofMinutes(10)))) {
      JsTerminatedException ended = Assertions.catchThrowableOfType(JsTerminatedException.class, () -> js.eval(script));

      assertThat(ended).isNotNull();
      assertThat(ended).isInstanceOf(JsHeapLimitException.class);
      js.runtime().collectGarbage();
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }
}
