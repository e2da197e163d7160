package io.jsc4j.tests.api;

import io.jsc4j.JsContext;
import io.jsc4j.JsCpuLimitException;
import io.jsc4j.JsEngine;
import io.jsc4j.JsException;
import io.jsc4j.JsHostCallLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMicrotaskLimitException;
import io.jsc4j.JsNumber;
import io.jsc4j.JsOutputLimitException;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsStackLimitException;
import io.jsc4j.JsString;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each limit counts, and how it ends a script. */
@NeedsEngine
@Tag("slow")
final class JsLimitKindsTest {
  private static final JsLimits NONE = JsLimits.none();

  /** Ended by that limit, at a line of the script, and the context goes on. */
  private static <T extends JsTerminatedException> void assertEnded(JsContext js, String source, Class<T> type,
      String message) {
    assertThatThrownBy(() -> js.eval(source, "attack.js")).as(source).isInstanceOfSatisfying(type, e -> {
      assertThat(e.getMessage()).contains(message);
      if (type != JsStackLimitException.class) {
        assertThat(e.used()).isGreaterThanOrEqualTo(e.limit());
      }
    });
    for (int i = 0; i < 3; i++) {
      assertThat(js.eval("6 * 7").asInt()).as("usable afterwards").isEqualTo(42);
    }
  }

  private static JsContext open(JsLimits limits) {
    JsContext js = JsContext.open(limits);
    js.global().set("call", js.function("call", call -> call.arg(0)));
    js.global().set("length", js.function("length", call -> JsNumber.of(call.arg(0).asString().length())));
    js.global().set("evaluate", js.function("evaluate", call -> js.eval(call.arg(0).asString())));
    return js;
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;);", "(async () => { for (;;) await 0 })(); 1",
      "for (;;) try { call(1) } finally { continue }"})
  void cpuTime(String source) {
    try (JsContext js = open(NONE.withCpuTime(Duration.ofMillis(60)))) {
      assertEnded(js, source, JsCpuLimitException.class, "CPU time limit is 60 ms");
    }
  }

  /** The engine enters its VM anew for each getter that it asks. */
  @Test
  void aTextInJsonOfWhatHasNoEnd() {
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      JsValue endless = js.eval("new Proxy([], { get: (target, key) => key === 'length' ? 2 ** 30 : undefined })");
      assertThatThrownBy(() -> js.toJson(endless)).isInstanceOf(JsTimeLimitException.class);
      JsValue throwing = js.eval("({ get a() { throw new TypeError('no') } })");
      assertThatThrownBy(() -> js.toJson(throwing)).isInstanceOf(JsException.class).hasMessage("TypeError: no");
      assertThat(js.toJson(js.eval("[1]"))).hasValue("[1]");
    }
  }

  @Test
  void bytesAreRefusedToAScriptThatHasBeenEnded() {
    AtomicInteger refused = new AtomicInteger();
    long handles = JsEngine.liveResources().handles();
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      JsTypedArray bytes = js.eval("new Int32Array(3)").asTypedArray();
      js.global().set("goOn", js.function("goOn", call -> {
        assertThatThrownBy(() -> js.eval("for (;;);")).isInstanceOf(JsTimeLimitException.class);
        assertThatThrownBy(() -> bytes.copyFrom(0, MemorySegment.ofArray(new int[3]))).isInstanceOf(
            JsTimeLimitException.class);
        assertThatThrownBy(() -> bytes.toIntArray()).isInstanceOf(JsTimeLimitException.class);
        refused.incrementAndGet();
        return JsValue.undefined();
      }));
      assertEnded(js, "goOn()", JsTimeLimitException.class, "time limit is 60 ms");
      assertThat(refused).hasValue(1);
    }
    assertThat(JsEngine.liveResources().handles()).isEqualTo(handles);
  }

  @Test
  void waitingUsesNoCpuTime() {
    try (JsContext js = open(NONE.withCpuTime(Duration.ofMillis(60)))) {
      js.global().set("wait", js.function("wait", call -> {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        return JsValue.undefined();
      }));
      assertThat(js.eval("wait(); 'done'").asString()).isEqualTo("done");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"call(1)", "try { call(1) } catch {}", "try { call(1) } finally { continue }",
      "[1, 2].sort(() => call(1))", "new Proxy({}, { get: () => call(1) }).x", "({ get x() { return call(1) } }).x",
      "JSON.parse('[1]', () => call(1))", "'x'.replace(/x/, () => call(1))", "`${{ toString: () => '' + call(1) }}`",
      "Array.from({ length: 3 }, call)", "try { evaluate('call(1)') } catch {}"})
  void hostCalls(String body) {
    try (JsContext js = open(NONE.withHostCalls(200))) {
      assertEnded(js, "for (;;) { " + body + " }", JsHostCallLimitException.class,
          "at call 201 of a host function: its host call limit is 200");
      assertThat(js.eval("for (let i = 0; i < 200; i++) call(i); 'fine'").asString()).isEqualTo("fine");
    }
  }

  @Test
  void aHostFunctionBeyondTheLimitDoesNotRun() {
    AtomicInteger ran = new AtomicInteger();
    try (JsContext js = JsContext.open(NONE.withHostCalls(10))) {
      js.global().set("count", js.function("count", call -> JsNumber.of(ran.incrementAndGet())));
      assertThatThrownBy(() -> js.eval("for (;;) try { count() } catch {}")).isInstanceOf(
          JsHostCallLimitException.class);
      assertThat(ran).hasValue(10);
    }
  }

  @Test
  void hostCallsOfMicrotasksCount() {
    try (JsContext js = open(NONE.withHostCalls(50))) {
      assertEnded(js, "(async () => { for (;;) { await 0; call(1) } })(); 1", JsHostCallLimitException.class,
          "host call limit is 50");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;) length('x'.repeat(1000))", "for (;;) try { length('x'.repeat(1000)) } catch {}",
      "'x'.repeat(60000)", "throw 'x'.repeat(60000)", "length('x'.repeat(60000))",
      "evaluate('\"' + 'x'.repeat(60000) + '\"')"})
  void output(String source) {
    try (JsContext js = open(NONE.withOutput(100_000))) {
      assertEnded(js, source, JsOutputLimitException.class, "output limit is 100000 bytes");
      assertThat(js.eval("length('x'.repeat(40000))").asInt()).isEqualTo(40_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(function r(n) { if (n) return r(n - 1) + 1; for (;;); })(1000)", "(function r() { r() })()",
      "const o = { get x() { return this.x } }; o.x", "(function r() { try { r() } finally { r() } })()",
      "(function r(n) { if (n) return [1].map(() => r(n - 1)); for (;;); })(500)",
      "evaluate('(function r(n) { if (n) return r(n - 1) + 1; for (;;); })(1000)')"})
  void stackDepth(String source) {
    try (JsContext js = open(NONE.withStackDepth(500).withTime(Duration.ofSeconds(20)))) {
      assertEnded(js, "{" + source + "}", JsStackLimitException.class, "500");
      assertThat(js.eval("(function r(n) { return n ? r(n - 1) + 1 : 0 })(300)").asInt()).isEqualTo(300);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(async () => { for (;;) await 0 })(); 1",
      "(async () => { for (;;) try { await 0 } catch {} finally { continue } })(); 1",
      "function f() { return Promise.resolve().then(f) } f(); 1",
      "function g() { Promise.resolve({ then(r) { r(); g() } }) } g(); 1",
      "function h() { Promise.reject(1).catch(h) } h(); 1",
      "(async () => { for await (const x of (async function* () { for (;;) yield 1 })()); })(); 1",
      "for (let i = 0; i < 100; i++) (async () => { for (;;) await 0 })(); 1",
      "evaluate('(async () => { for (;;) await 0 })(); 1')",
      "(async () => { await 0; evaluate('(async () => { for (;;) await 0 })(); 1') })(); 1"})
  void endlessMicrotasks(String source) {
    try (JsContext js = open(NONE.withMicrotasks(1000))) {
      assertEnded(js, "{" + source + "}", JsMicrotaskLimitException.class, "microtask limit is 1000");
      assertThat(js.eval("(async () => { for (let i = 0; i < 900; i++) await 0; length('x') })(); 'fine'").asString())
          .isEqualTo("fine");
    }
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      assertEnded(js, "{" + source + "}", JsTimeLimitException.class, "time limit is 60 ms");
    }
  }

  @Test
  void endlessMicrotasksOfAScriptThatHasBeenEnded() {
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      assertEnded(js, "for (let i = 0; i < 1000; i++) (async () => { for (;;) await 0 })(); for (;;);",
          JsTimeLimitException.class, "attack.js");
    }
  }

  @Test
  void endlessMicrotasksOfDeferredWork() {
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(200)))) {
      // The smallest module.
      JsValue compiled = js.eval("""
          WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(async () => { for (;;) await 0 })""");
      assertThatThrownBy(() -> js.await(compiled, Duration.ofMinutes(1))).isInstanceOf(JsTimeLimitException.class);
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void fewMicrotasksNeverReachTheLimit() {
    try (JsContext js = open(NONE.withMicrotasks(3))) {
      for (int i = 0; i < 20_000; i++) {
        assertThat(js.eval("Promise.resolve().then(() => {}); 1").asInt()).isOne();
      }
    }
  }

  /** Inside another host function, which has more time. */
  @Test
  @Timeout(50)
  void aHostFunctionThatSleepsIsWokenByTheLimitOfAPart() {
    try (JsContext js = JsContext.open(NONE.withTime(Duration.ofMinutes(1)))) {
      js.global().set("sleep", js.function("sleep", call -> {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return JsValue.undefined();
      }));
      js.global().set("limited", js.function("limited", call -> {
        assertThatThrownBy(() -> js.withLimits(NONE.withTime(Duration.ofMillis(60)), () -> js.eval("sleep()")))
            .isInstanceOfSatisfying(JsTimeLimitException.class, e -> assertThat(e.limit()).isEqualTo(60_000_000));
        assertThat(Thread.currentThread().isInterrupted()).as("left behind").isFalse();
        return JsValue.undefined();
      }));
      assertThatThrownBy(() -> js.eval("limited()")).isInstanceOf(JsTimeLimitException.class);
      assertThat(js.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void aHostFunctionThatSleepsIsWoken() {
    AtomicBoolean interrupted = new AtomicBoolean();
    try (JsContext js = JsContext.open(NONE.withTime(Duration.ofMillis(60)))) {
      js.global().set("sleep", js.function("sleep", call -> {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          interrupted.set(true);
          throw new IllegalStateException(e);
        }
        return JsValue.undefined();
      }));
      assertEnded(js, "sleep()", JsTimeLimitException.class, "time limit is 60 ms");
      assertEnded(js, "for (;;) try { sleep() } catch {}", JsTimeLimitException.class, "(at attack.js:1)");
      assertThat(interrupted).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).as("left behind").isFalse();
    }
  }

  @Test
  void aLimitThatStrikesInANestedScriptIsForgottenAfterwards() {
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      assertEnded(js, "try { evaluate('for (;;);') } catch {} finally { 1 }", JsTimeLimitException.class,
          "time limit is 60 ms");
    }
  }

  @Test
  void theExceptionTellsWhere() {
    try (JsContext js = open(NONE.withTime(Duration.ofMillis(60)))) {
      js.eval("function outer() { inner() }\n\nfunction inner() {\n  for (;;);\n}", "lib.js");
      assertThatThrownBy(() -> js.eval("\nouter()", "main.js")).isInstanceOfSatisfying(JsTimeLimitException.class,
          e -> {
            assertThat(e).hasMessageContaining("(at lib.js:");
            assertThat(e.getStackTrace()).extracting(StackTraceElement::toString)
                .contains("JavaScript.outer(lib.js:1)",
                    "JavaScript.global code(main.js:2)");
          });
    }
  }

  @Test
  void allAreValues() {
    JsLimits all = NONE.withCpuTime(Duration.ofSeconds(1))
        .withStackDepth(2)
        .withOutput(3)
        .withHostCalls(4)
        .withMicrotasks(5);
    assertThat(all.cpuTime()).hasValue(Duration.ofSeconds(1));
    assertThat(all.stackDepth()).hasValue(2);
    assertThat(all.output()).hasValue(3);
    assertThat(all.hostCalls()).hasValue(4);
    assertThat(all.microtasks()).hasValue(5);
    assertThat(all).hasToString("JsLimits[cpuTime=PT1S, stackDepth=2, output=3, hostCalls=4, microtasks=5]");
    assertThatThrownBy(() -> NONE.withOutput(0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the output limit must be positive: 0");
  }

  @Test
  void stringsOfTheHostAreNoOutput() {
    try (JsContext js = open(NONE.withOutput(100))) {
      js.global().set("s", JsString.of("x".repeat(1000)));
      assertThat(js.eval("s.length").asInt()).isEqualTo(1000);
    }
  }

  /** The engine asks for a limit wherever it looks for an exception, too: what is done then must leave that where it is. */
  @Test
  void measuringTheHeapLosesNoExceptionOfTheScript() {
    JsLimits limits = NONE.withTime(Duration.ofSeconds(2)).withHeap(1L << 30);
    try (JsRuntime runtime = JsRuntime.open(limits); JsContext js = runtime.openContext()) {
      assertThatThrownBy(() -> js.eval("for (;;) { try { null.x; break; } catch { } } 'lost'"))
          .isInstanceOf(JsTimeLimitException.class);
    }
  }
}
