package io.jsc4j.tests.api;

import io.jsc4j.JsCancelledException;
import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsEngine
@Tag("slow")
final class JsCancellationTest {
  private final CountDownLatch running = new CountDownLatch(1);

  private JsContext open() {
    JsContext js = JsContext.open(JsRuntimeOptions.defaults().withCancellation(true));
    js.global().set("running", js.function("running", call -> {
      running.countDown();
      return JsValue.undefined();
    }));
    js.global().set("sleep", js.function("sleep", call -> {
      running.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return JsValue.undefined();
    }));
    return js;
  }

  private Thread onceItRuns(Runnable action) {
    return Thread.ofPlatform().start(() -> {
      try {
        running.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      action.run();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"running(); for (;;);", "running(); for (;;) try { for (;;); } finally { continue }",
      "sleep()", "for (;;) try { sleep() } catch {}", "running(); (async () => { for (;;) await 0 })(); 1"})
  void anotherThreadEndsWhatRuns(String source) throws InterruptedException {
    try (JsContext js = open()) {
      Thread other = onceItRuns(() -> assertThat(js.runtime().cancel()).isTrue());
      assertThatThrownBy(() -> js.eval(source, "attack.js")).isInstanceOf(JsCancelledException.class)
          .hasMessageContaining("cancelled");
      other.join();
      assertThat(Thread.currentThread().isInterrupted()).as("left behind").isFalse();
      assertThat(js.eval("6 * 7").asInt()).as("only that call").isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"running(); for (;;);", "sleep()"})
  void anInterruptOfTheOwnerDoesToo(String source) throws InterruptedException {
    try (JsContext js = open()) {
      Thread owner = Thread.currentThread();
      Thread other = onceItRuns(owner::interrupt);
      assertThatThrownBy(() -> js.eval(source)).isInstanceOfAny(JsCancelledException.class,
          IllegalStateException.class);
      other.join();
      Thread.interrupted();
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void theInterruptStatusIsKept() throws InterruptedException {
    try (JsContext js = open()) {
      Thread owner = Thread.currentThread();
      Thread other = onceItRuns(owner::interrupt);
      assertThatThrownBy(() -> js.eval("running(); for (;;);")).isInstanceOf(JsCancelledException.class);
      other.join();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void nothingRunsAndNothingIsCancelled() {
    try (JsContext js = open()) {
      assertThat(js.runtime().cancel()).isFalse();
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void whereItIsNotSwitchedOnItSaysSo() {
    try (JsContext js = JsContext.open()) {
      assertThatThrownBy(() -> js.runtime().cancel()).isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("withCancellation(true)");
    }
  }

  @Test
  void aPartOfTheProgramHasLimitsOfItsOwn() {
    JsLimits brief = JsLimits.none().withTime(Duration.ofMillis(50));
    try (JsContext js = JsContext.open()) {
      assertThatThrownBy(() -> js.withLimits(brief, () -> js.eval("for (;;);"))).isInstanceOf(
          JsTimeLimitException.class).hasMessageContaining("time limit is 50 ms");
      assertThat(js.withLimits(brief, () -> js.eval("6 * 7")).asInt()).isEqualTo(42);
      assertThat(js.eval("let end = Date.now() + 150; while (Date.now() < end); 'done'").asString()).as(
          "without them again").isEqualTo("done");
    }
  }

  @Test
  void aPartThatIsEndedEndsTheScriptAroundIt() {
    JsLimits brief = JsLimits.none().withTime(Duration.ofMillis(50));
    try (JsContext js = open()) {
      js.global().set("part", js.function("part", call -> js.withLimits(brief, () -> {
        try {
          return js.eval("for (;;);");
        } catch (JsTimeLimitException e) {
          return JsValue.undefined();
        }
      })));
      assertThatThrownBy(() -> js.eval("for (;;) try { part() } catch {}")).isInstanceOf(JsTimeLimitException.class);
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void aPartWithinItsLimitsDoesNot() {
    JsLimits ample = JsLimits.none().withTime(Duration.ofMinutes(1)).withHostCalls(10);
    try (JsContext js = open()) {
      js.global().set("part", js.function("part", call -> js.withLimits(ample, () -> js.eval("6 * 7"))));
      assertThat(js.eval("let sum = 0; for (let i = 0; i < 100; i++) sum += part(); sum").asInt()).isEqualTo(4200);
    }
  }

  @Test
  void aPartOfAScriptThatNobodyWatchesIsRefused() {
    JsLimits brief = JsLimits.none().withTime(Duration.ofMillis(50));
    try (JsContext js = JsContext.open()) {
      js.global().set("part", js.function("part", call -> js.withLimits(brief, () -> js.eval("for (;;);"))));
      assertThatThrownBy(() -> js.eval("part()")).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("withCancellation(true)");
    }
  }

  @Test
  void aPartHasTheLimitsAroundItToo() {
    try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      JsLimits longer = JsLimits.none().withTime(Duration.ofMinutes(1));
      assertThatThrownBy(() -> js.withLimits(longer, () -> js.eval("for (;;);"))).isInstanceOf(
          JsTimeLimitException.class).hasMessageContaining("time limit is 60 ms");
    }
  }
}
