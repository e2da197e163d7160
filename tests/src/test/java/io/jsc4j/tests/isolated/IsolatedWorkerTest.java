package io.jsc4j.tests.isolated;

import io.jsc4j.HostException;
import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsBuiltin;
import io.jsc4j.JsConversionException;
import io.jsc4j.JsCpuLimitException;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsHeapLimitException;
import io.jsc4j.JsHostCallLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMicrotaskLimitException;
import io.jsc4j.JsNumber;
import io.jsc4j.JsOutputLimitException;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsStackLimitException;
import io.jsc4j.JsSyntaxException;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTransferLimitException;
import io.jsc4j.JsWorker;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.FileNotFoundException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.jsc4j.tests.isolated.Isolated.failure;
import static io.jsc4j.tests.isolated.Isolated.options;
import static io.jsc4j.tests.isolated.Isolated.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An isolated worker does what any worker does. Most tests share one, since a process takes its time to start. */
@NeedsEngine
final class IsolatedWorkerTest {
  private static final AtomicReference<@Nullable Throwable> TO_THROW = new AtomicReference<>();
  private static final AtomicReference<@Nullable Object> SEEN = new AtomicReference<>();
  private static JsWorker worker;

  @BeforeAll
  static void open() {
    worker = JsWorker.isolated(options().withFunction("keep", arguments -> {
      SEEN.set(arguments);
      return arguments.isEmpty() ? null : arguments.getFirst();
    }).withFunction("fail", _ -> {
      Throwable failure = TO_THROW.get();
      if (failure instanceof Exception exception) {
        throw exception;
      }
      throw failure instanceof Error error ? error : new AssertionError();
    })
        .withSetup("var set = 'up'; function echo(x) { return x }", "setup.js")
        .withRuntime(JsRuntimeOptions.defaults().withErrorExposure(JsErrorExposure.INTENDED)));
  }

  @AfterAll
  static void close() {
    worker.close();
    assertThat(Isolated.processes()).isEmpty();
  }

  private static @Nullable Object eval(String source) {
    return result(worker.eval(source));
  }

  // --- data

  @Test
  void dataComesOutAsItIs() {
    assertThat(eval("6 * 7")).isEqualTo(42.0);
    assertThat(eval("undefined")).isNull();
    assertThat(eval("null")).isNull();
    assertThat(eval("true")).isEqualTo(true);
    assertThat(eval("-0")).isEqualTo(-0.0);
    assertThat(eval("0/0")).isEqualTo(Double.NaN);
    assertThat(eval("[1/0, -1/0, 5e-324, Number.MAX_VALUE, 0.1]")).isEqualTo(List.of(Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1));
    assertThat(eval("-(2n ** 200n)")).isEqualTo(BigInteger.TWO.pow(200).negate());
    assertThat(eval("new Date(-5)")).isEqualTo(Instant.ofEpochMilli(-5));
    assertThat(eval("new Uint8Array([0, 255, 7])")).isEqualTo(new byte[]{0, -1, 7});
    assertThat(eval("'h\\u00e9 \\u{1F600} \\ud800 \\udc00\\ud800 \\0'")).isEqualTo(
        "hé \uD83D\uDE00 \uD800 \uDC00\uD800 \0");
    assertThat(String.valueOf(eval("({ a: [1, { b: null }], '\\ud800': undefined })"))).isEqualTo(
        "{a=[1.0, {b=null}], ?=null}"
            .replace('?', '\uD800'));
    assertThat(eval("new Set(['x'])")).isEqualTo(List.of("x"));
  }

  @Test
  void dataGoesInAsItIs() {
    List<@Nullable Object> data = Arrays.asList(null, true, 1.5, -0.0, Double.NaN, "\uDC00é", BigInteger.TEN.pow(40),
        Instant
            .ofEpochMilli(7), List.of(), Map.of("k", List.of("v")));
    assertThat(result(worker.call("echo", data))).isEqualTo(data);
    assertThat(result(worker.call("echo", (Object) new byte[]{1, -1}))).isEqualTo(new byte[]{1, -1});
    assertThat(result(worker.call("echo", 7))).isEqualTo(7.0);
    assertThat(result(worker.call("echo", Long.MAX_VALUE))).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
    assertThat(result(worker.call("echo", (1L << 53) - 1))).isEqualTo(9007199254740991.0);
    assertThat(result(worker.call("echo", (Object) null))).isNull();
  }

  @Test
  void bigDataCrosses() {
    byte[] bytes = new byte[20 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    assertThat(result(worker.call("echo", (Object) bytes))).isEqualTo(bytes);
    String text = "x\u4e2d".repeat(2_000_000);
    assertThat(result(worker.call("echo", text))).isEqualTo(text);
    List<Integer> numbers = Collections.nCopies(300_000, 5);
    assertThat((List<?>) result(worker.call("echo", numbers))).hasSize(300_000).allMatch(number -> number.equals(5.0));
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> worker.call("echo", (Object) new byte[60 << 20])).isInstanceOf(
        IllegalArgumentException.class)
        .hasMessageContaining("too large");
    assertThat(failure(worker.eval("new Uint8Array(60 << 20)"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
    assertThat(eval("set")).as("in the same process").isEqualTo("up");
  }

  @Test
  void whatIsNoPlainDataIsRefused() {
    assertThat(failure(worker.eval("(() => 1)"))).isInstanceOf(JsConversionException.class)
        .hasMessageContaining("function");
    assertThat(failure(worker.eval("var a = []; a.push(a); a"))).isInstanceOf(JsConversionException.class);
    assertThatThrownBy(() -> worker.call("echo", new Object())).isInstanceOf(IllegalArgumentException.class);
    assertThat(failure(worker.call("noSuchFunction"))).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("noSuchFunction");
  }

  @Test
  void nestedDeeply() {
    Object nested = "core";
    for (int i = 0; i < 150; i++) {
      nested = i % 2 == 0 ? List.of(nested) : Map.of("k", nested);
    }
    assertThat(result(worker.call("echo", nested))).isEqualTo(nested);
  }

  @Test
  void promisesAreAwaited() {
    assertThat(eval("(async () => { await null; return [await 1] })()")).isEqualTo(List.of(1.0));
    assertThat(failure(worker.eval("Promise.reject(new RangeError('far'))"), JsThrownException.class).name()).isEqualTo(
        "RangeError");
  }

  // --- exceptions

  @Test
  void whatAScriptThrowsComesOut() {
    JsThrownException thrown = failure(worker.eval("\nfunction f(o) { return o.x.y }\nf({})", "my.js"),
        JsThrownException.class);
    assertThat(thrown.name()).isEqualTo("TypeError");
    assertThat(thrown.jsMessage()).contains("o.x.y");
    assertThat(thrown.sourceUrl()).hasValue("my.js");
    assertThat(thrown.line()).hasValue(2);
    assertThat(thrown.column()).isPresent();
    assertThat(thrown.jsStack()).startsWith("f@my.js:2");
    assertThat(thrown.codeFrame().orElseThrow()).contains("2 | function f(o)", "^");
    assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo("JavaScript");
    assertThatThrownBy(thrown::thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("process");
  }

  @Test
  void causesAndSeveralErrorsComeOut() {
    JsThrownException thrown = failure(worker.eval("throw new Error('out', { cause: new TypeError('in') })"),
        JsThrownException.class);
    assertThat(thrown.getCause()).isInstanceOf(JsThrownException.class).hasMessage("TypeError: in");
    assertThat(failure(worker.eval("throw new AggregateError([new Error('a'), 'b'])")).getSuppressed()).hasSize(2)
        .allMatch(error -> error instanceof JsThrownException);
  }

  @Test
  void aThrownPrimitiveIsThere() {
    assertThat(failure(worker.eval("throw 5"), JsThrownException.class).thrown()).isEqualTo(JsNumber.of(5));
    assertThat(failure(worker.eval("throw undefined"), JsThrownException.class).thrown().isUndefined()).isTrue();
  }

  @Test
  void whatDoesNotParse() {
    JsSyntaxException syntax = failure(worker.eval("1 +\n* 2", "bad.js"), JsSyntaxException.class);
    assertThat(syntax.line()).hasValue(2);
    assertThat(syntax.codeFrame()).isPresent();
  }

  @Test
  void limitsHoldInTheProcess() {
    try (JsWorker limited = JsWorker.isolated(options().withRuntime(JsRuntimeOptions.defaults()
        .withLimits(JsLimits.none().withTime(Duration.ofSeconds(1)).withTransfer(10_000))))) {
      assertThat(failure(limited.eval("var n = 1; for (;;);"))).isInstanceOf(JsTerminatedException.class);
      assertThat(failure(limited.eval("new Promise(() => {})"))).isInstanceOf(JsAwaitTimeoutException.class);
      assertThat(failure(limited.eval("'x'.repeat(20000)"), JsTransferLimitException.class).limit()).isEqualTo(10_000);
      assertThat(result(limited.eval("n"))).as("in the same process").isEqualTo(1.0);
    }
  }

  @Test
  void everyLimitCrossesWithItsException() {
    JsLimits limits = JsLimits.none()
        .withCpuTime(Duration.ofSeconds(1))
        .withHeap(32 << 20)
        .withMicrotasks(1_000)
        .withHostCalls(20)
        .withOutput(100_000)
        .withStackDepth(5_000);
    try (JsWorker limited = JsWorker.isolated(options().withFunction("f", _ -> null)
        .withRuntime(JsRuntimeOptions.defaults().withLimits(limits).without(JsBuiltin.EVAL)))) {
      JsCpuLimitException ended = failure(limited.eval("var n = 1;\nfor (;;);", "loop.js"), JsCpuLimitException.class);
      assertThat(ended.limit()).isEqualTo(Duration.ofSeconds(1).toNanos());
      assertThat(ended.used()).isGreaterThanOrEqualTo(ended.limit());
      assertThat(ended).hasMessageContaining("CPU time limit is 1000 ms");
      assertThat(failure(limited.eval("for (;;) f()"), JsHostCallLimitException.class).limit()).isEqualTo(20);
      assertThat(failure(limited.eval("'x'.repeat(100000)"))).isInstanceOf(JsOutputLimitException.class);
      assertThat(failure(limited.eval("(function f() { f() })()"))).isInstanceOf(JsStackLimitException.class);
      assertThat(failure(limited.eval("(async () => { for (;;) await 0 })(); 1"), JsMicrotaskLimitException.class)
          .limit()).isEqualTo(1_000);
      assertThat(failure(limited.eval("{ const all = []; for (;;) all.push({}); }"), JsHeapLimitException.class)
          .limit()).isEqualTo(32 << 20);
      assertThat(failure(limited.eval("eval('1')"))).hasMessageContaining("EvalError");
      assertThat(result(limited.eval("n"))).as("in the same process").isEqualTo(1.0);
    }
  }

  @Test
  void aFailingSetUp() {
    assertThatThrownBy(() -> JsWorker.isolated(options().withSetup("nope", "setup.js"))).isInstanceOf(
        JsThrownException.class)
        .hasMessageContaining("nope");
    assertThatThrownBy(() -> JsWorker.isolated(options().withSetup("1 +", "setup.js"))).isInstanceOf(
        JsSyntaxException.class);
  }

  // --- functions of Java

  @Test
  void functionsRunInThisProcess() {
    assertThat(eval("keep([1, undefined, 'x'], 2n)")).isEqualTo(Arrays.asList(1.0, null, "x"));
    assertThat(SEEN.get()).isEqualTo(List.of(Arrays.asList(1.0, null, "x"), BigInteger.TWO));
    assertThat(eval("keep.name + typeof keep + (keep instanceof Function)")).isEqualTo("keepfunctiontrue");
    assertThat(eval("let sum = 0; for (let i = 0; i < 500; i++) sum += keep(i); sum")).isEqualTo(124750.0);
  }

  @Test
  void whatAFunctionThrowsIsTheSameObject() {
    FileNotFoundException failure = new FileNotFoundException("secret path");
    TO_THROW.set(failure);
    assertThat(failure(worker.eval("fail()"))).isSameAs(failure);
    assertThat(failure(worker.eval("Promise.resolve().then(fail)"))).isSameAs(failure);
    assertThat(failure(worker.eval("try { fail() } catch (e) { throw new Error('mine', { cause: e }) }"))).isInstanceOf(
        JsThrownException.class)
        .hasMessage("Error: mine")
        .hasCause(failure);
    assertThat(String.valueOf(eval("try { fail() } catch (e) { e + '' + e.stack }"))).startsWith(
        "Error: a host function failed")
        .doesNotContain("secret");
    assertThat(failure(worker.eval("var kept; try { fail() } catch (e) { kept = e }; throw kept"))).isSameAs(failure);
  }

  @Test
  void whatAFunctionThrowsForScripts() {
    HostException failure = HostException.of(HostException.Kind.RANGE_ERROR, "too far", HostException.typeError(
        "inner"));
    TO_THROW.set(failure);
    assertThat(eval("try { fail() } catch (e) { [e instanceof RangeError, e.message, e.cause.name, e.cause.message] }"))
        .isEqualTo(List.of(true, "too far", "TypeError", "inner"));
    assertThat(failure(worker.eval("try { fail() } catch (e) { throw e.cause }"))).isSameAs(failure.getCause());
  }

  @Test
  void errorsOfAFunctionToo() {
    OutOfMemoryError failure = new OutOfMemoryError("only a test");
    TO_THROW.set(failure);
    assertThat(failure(worker.eval("try { fail() } catch (e) {}"))).as("not for a script to hide").isSameAs(failure);
    TO_THROW.set(new StackOverflowError());
    assertThat(eval("try { fail() } catch (e) { e.name }")).isEqualTo("RangeError");
  }

  @Test
  void everythingIsExposedIfAsked() {
    try (JsWorker open = JsWorker.isolated(options().withFunction("fail", _ -> {
      throw new FileNotFoundException("a path");
    }).withRuntime(JsRuntimeOptions.defaults().withErrorExposure(JsErrorExposure.EVERYTHING)))) {
      assertThat(result(open.eval(
          "try { fail() } catch (e) { [e.message, e.javaClass, e.javaStack.includes('Isolated')] }")))
          .isEqualTo(List.of("a path", "java.io.FileNotFoundException", true));
    }
  }

  @Test
  void aFunctionCanGiveTheWorkerMoreToDo() {
    AtomicReference<@Nullable JsWorker> self = new AtomicReference<>();
    List<CompletableFuture<@Nullable Object>> later = new ArrayList<>();
    try (JsWorker reentrant = JsWorker.isolated(options().withFunction("again", _ -> {
      JsWorker me = self.get();
      if (me == null) {
        return null;
      }
      later.add(me.eval("'later'"));
      assertThatThrownBy(() -> later.getFirst().get()).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(me::close).isInstanceOf(IllegalStateException.class);
      return "now";
    }))) {
      self.set(reentrant);
      assertThat(result(reentrant.eval("again()"))).isEqualTo("now");
      assertThat(result(later.getFirst())).isEqualTo("later");
    }
  }

  @Test
  void scriptsSeeNothingOfTheirProcess() {
    assertThat(eval("typeof process + typeof require + typeof Java")).isEqualTo("undefinedundefinedundefined");
  }
}
