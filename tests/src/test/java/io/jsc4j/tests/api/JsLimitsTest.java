package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsException;
import io.jsc4j.JsHeapLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsEngine
@Tag("slow")
final class JsLimitsTest {
  private static final JsLimits SHORT = JsLimits.none().withTime(Duration.ofMillis(60));
  private static final JsLimits SMALL = JsLimits.none().withHeap(40_000_000);

  private static void assertTerminated(JsContext js, String source, Class<? extends JsTerminatedException> type) {
    assertThatThrownBy(() -> js.eval(source, "attack.js")).as(source).isInstanceOfSatisfying(type, e -> {
      assertThat(e.getMessage()).contains(type == JsTimeLimitException.class
          ? "time limit is 60 ms"
          : "heap limit is 40000000 bytes");
      assertThat(e.used()).isGreaterThanOrEqualTo(e.limit());
    });
    assertThat(js.eval("6 * 7").asInt()).as("usable afterwards").isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;);", "while (true) { try { for (;;); } catch {} }",
      "try { for (;;); } finally { for (;;); }",
      "(function f() { try { f() } finally { f() } })()", "[3, 2, 1].sort(() => { for (;;); })",
      "Promise.resolve().then(() => { for (;;); }); 1", "(async () => { await 0; for (;;); })(); 1",
      "new Proxy({}, { get() { for (;;); } }).x",
      "({ toString() { for (;;); } }) + ''", "function* h() { for (;;) yield 1 } for (const x of h());",
      "eval('for (;;);')", "new (class { constructor() { for (;;); } })()",
      "JSON.stringify({ toJSON() { for (;;); } })"})
  void endlessScriptsEnd(String source) {
    try (JsContext js = JsContext.open(SHORT)) {
      assertTerminated(js, source, JsTimeLimitException.class);
    }
  }

  @Test
  void theLimitCountsForEachOutermostCall() {
    try (JsContext js = JsContext.open(SHORT)) {
      assertTerminated(js, "for (;;);", JsTimeLimitException.class);
      assertTerminated(js, "for (;;);", JsTimeLimitException.class);
      js.eval("var f = () => { for (;;); }; var o = { get g() { f() } }");
      assertThatThrownBy(() -> js.eval("f").asFunction().call()).isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> js.eval("o").asObject().get("g")).isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> js.eval(js.runtime().compile("f()"))).isInstanceOf(JsTerminatedException.class);
      assertThat(js.eval("1").asInt()).isOne();
    }
  }

  @Test
  void aHostFunctionThatCatchesTheTerminationDoesNotSaveTheScript() {
    List<Throwable> caught = new ArrayList<>();
    try (JsContext js = JsContext.open(SHORT)) {
      js.global().set("again", js.function("again", call -> {
        try {
          js.eval("for (;;);");
        } catch (JsException e) {
          caught.add(e);
        }
        return JsNumber.of(1);
      }));
      assertTerminated(js, "try { again(); for (;;); } catch { } for (;;);", JsTimeLimitException.class);
      assertThat(caught).singleElement().isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> js.eval("again(); 'done'")).isInstanceOf(JsTerminatedException.class);
    }
  }

  @Test
  void aHostFunctionThatLoopsInJavaIsNotInterruptedButNoticed() {
    try (JsContext js = JsContext.open(SHORT)) {
      js.global().set("spin", js.function("spin", call -> {
        long end = System.nanoTime() + 100_000_000;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        return JsValue.undefined();
      }));
      assertTerminated(js, "spin(); for (;;);", JsTimeLimitException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"let a = []; for (;;) a.push({ x: a.length });",
      "let s = {}; for (let i = 0;; i++) s = { s, i };",
      "let m = new Map(); for (let i = 0;; i++) m.set(i, 'v' + i);"})
  void growingScriptsEnd(String source) {
    try (JsContext js = JsContext.open(SMALL)) {
      assertTerminated(js, "{" + source + "}", JsHeapLimitException.class);
    }
  }

  @Test
  void scriptsWithinTheirLimitsAreLeftAlone() {
    try (JsContext js = JsContext.open(SMALL.withTime(Duration.ofSeconds(30)))) {
      assertThat(js.eval("let n = 0; for (let i = 0; i < 3e6; i++) n += ({ i }).i % 7; n").asInt()).isPositive();
    }
  }

  @Test
  void limitsOfOneRuntimeAreNoneOfAnother() {
    try (JsContext limited = JsContext.open(SHORT); JsContext free = JsContext.open()) {
      assertTerminated(limited, "for (;;);", JsTimeLimitException.class);
      assertThat(free.eval("let end = Date.now() + 150; while (Date.now() < end); 'done'").asString()).isEqualTo(
          "done");
      assertThat(free.runtime().limits()).isEqualTo(JsLimits.none());
      assertThat(limited.runtime().limits()).isEqualTo(SHORT);
    }
  }

  @Test
  void theShortestLimitsDoNotHinderOpening() {
    for (int i = 0; i < 50; i++) {
      JsContext.open(JsLimits.none().withTime(Duration.ofNanos(1)).withHeap(1)).close();
    }
  }

  @Test
  void limitsAreValues() {
    assertThat(JsLimits.none().time()).isEmpty();
    assertThat(JsLimits.none().heap()).isEmpty();
    assertThat(SHORT.time()).hasValue(Duration.ofMillis(60));
    assertThat(SMALL.heap()).hasValue(40_000_000);
    assertThat(SHORT.withHeap(5)).isEqualTo(JsLimits.none().withHeap(5).withTime(Duration.ofMillis(60)))
        .hasSameHashCodeAs(JsLimits.none().withHeap(5).withTime(Duration.ofMillis(60)))
        .isNotEqualTo(SHORT);
    assertThat(SHORT.withHeap(5)).hasToString("JsLimits[time=PT0.06S, heap=5]");
    assertThatThrownBy(() -> JsLimits.none().withTime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
    assertThatThrownBy(() -> JsLimits.none().withTime(Duration.ofNanos(-1))).isInstanceOf(
        IllegalArgumentException.class);
    assertThatThrownBy(() -> JsLimits.none().withHeap(0)).isInstanceOf(IllegalArgumentException.class);
    JsContext.open(JsLimits.none().withTime(Duration.ofSeconds(Long.MAX_VALUE)).withHeap(Long.MAX_VALUE)).close();
  }
}
