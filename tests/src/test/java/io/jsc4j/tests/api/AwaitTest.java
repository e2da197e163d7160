package io.jsc4j.tests.api;

import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsContext;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsPromise;
import io.jsc4j.JsTerminatedException;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

final class AwaitTest extends ContextTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Promise.resolve(42)
      Promise.resolve(41).then(x => x + 1)
      (async () => { let n = 0; while (n < 42) n += await 1; return n; })()
      ({ then(resolve) { resolve(42) } })
      42
      Promise.all([40, Promise.resolve(2)]).then(([a, b]) => a + b)
      """)
  void fulfilment(String source) {
    assertThat(js.await(js.eval(source), LONG).asInt()).isEqualTo(42);
  }

  @Test
  void plainValuesSettleAtOnce() {
    assertThat(js.await(JsValue.undefined(), Duration.ZERO)).isEqualTo(JsValue.undefined());
    assertThat(js.await(js.eval("({ a: 1 })"), Duration.ZERO).asObject().get("a").asInt()).isOne();
  }

  @Test
  void rejectionThrows() {
    assertThatThrownBy(() -> js.await(js.eval("Promise.reject(new RangeError('no'))"), LONG))
        .isInstanceOf(JsThrownException.class)
        .hasMessage("RangeError: no");
    assertThatThrownBy(() -> js.await(js.eval("(async () => { throw 7 })()"), LONG)).isInstanceOfSatisfying(
        JsThrownException.class, e -> assertThat(e.thrown()).isEqualTo(JsNumber.of(7)));
    assertThatThrownBy(() -> js.await(js.eval("({ get then() { throw 'thenable' } })"), LONG)).hasMessage("thenable");
    assertUsable();
  }

  @Test
  void aHostErrorComesOutAsTheSameObject() {
    IllegalStateException failure = new IllegalStateException("host");
    js.global().set("fail", js.function("fail", _ -> {
      throw failure;
    }));

    assertThat(catchThrowable(() -> js.await(js.eval("(async () => fail())()"), LONG))).isSameAs(failure);
    assertThat(catchThrowable(() -> js.await(js.eval("Promise.resolve().then(fail)"), LONG))).isSameAs(failure);
  }

  @Test
  void aPendingPromiseTimesOut() {
    JsValue pending = js.eval("new Promise(() => {})");

    for (Duration timeout : new Duration[]{SHORT, Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(
        Long.MIN_VALUE)}) {
      assertThatThrownBy(() -> js.await(pending, timeout)).isInstanceOf(JsAwaitTimeoutException.class)
          .hasMessageContaining("still pending");
    }
    assertThatThrownBy(() -> js.await(pending, SHORT)).hasMessage("the promise is still pending after 20 ms");
    assertUsable();
  }

  @Test
  void aPromiseCanBeAwaitedAgain() {
    JsValue promise = js.eval("var settle; new Promise(resolve => { settle = resolve })");
    assertThatThrownBy(() -> js.await(promise, SHORT)).isInstanceOf(JsAwaitTimeoutException.class);
    js.eval("settle('late')");

    assertThat(js.await(promise, LONG).asString()).isEqualTo("late");
    assertThat(js.await(promise, Duration.ofSeconds(Long.MAX_VALUE)).asString()).isEqualTo("late");
  }

  @Test
  void refusedInsideAHostFunction() {
    js.global().set("wait", js.function("wait", call -> js.await(call.arg(0), SHORT)));

    assertThatThrownBy(() -> js.eval("wait(Promise.resolve(1))")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a host function can't await")
        .hasMessageContaining("Return the promise");
    assertUsable();
  }

  @Test
  void webAssemblyIsInstantiated() {
    JsValue promise = js.eval(
        """
            WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1,
              102, 0, 0, 10, 6, 1, 4, 0, 65, 42, 11])).then(({ instance }) => instance.exports.f())""");

    assertThat(js.await(promise, LONG).asInt()).isEqualTo(42);
  }

  @Test
  void finalizationRegistriesAreCalled() {
    JsValue cleaned = js.eval("""
        var registry; new Promise(resolve => {
          registry = new FinalizationRegistry(resolve);
          (() => { for (let i = 0; i < 100; i++) registry.register({}, 'cleaned') })();
        })""");
    js.runtime().collectGarbage();

    assertThat(js.await(cleaned, LONG).asString()).isEqualTo("cleaned");
  }

  @Test
  void anApplicationsOwnLoopRunsDeferredWorkToo() {
    JsValue cleaned = js.eval("""
        var registry; new Promise(resolve => {
          registry = new FinalizationRegistry(resolve);
          (() => { for (let i = 0; i < 100; i++) registry.register({}, 'cleaned') })();
        })""");
    JsPromise promise = cleaned.asObject().asPromise();
    js.runtime().collectGarbage();
    long start = System.nanoTime();
    while (promise.state() == JsPromise.State.PENDING && System.nanoTime() - start < LONG.toNanos()) {
      js.runtime().runPendingTasks();
      LockSupport.parkNanos(100_000);
    }

    assertThat(promise.state()).isEqualTo(JsPromise.State.FULFILLED);
  }

  @Test
  void aReactionOfAnotherPromiseThatFailsComesOut() {
    IllegalStateException failure = new IllegalStateException("handler");
    js.onUnhandledRejection((_, _) -> {
      throw failure;
    });
    CompletableFuture<JsValue> other = new CompletableFuture<>();
    js.global().set("other", js.toPromise(other));
    js.eval("var log = []; other.then(() => { log.push(1); throw 1 })");
    other.complete(JsValue.undefined());

    assertThat(catchThrowable(() -> js.await(js.eval("new Promise(() => {})"), LONG))).isSameAs(failure);
    assertThat(js.eval("log.length").asInt()).isOne();
  }

  @Test
  void anInterruptEndsIt() {
    JsValue pending = js.eval("new Promise(() => {})");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> js.await(pending, LONG)).isInstanceOf(CancellationException.class)
          .hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt status stays").isTrue();
    }
    assertUsable();
  }

  @Test
  void aThenableThatLoopsIsTerminated() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(60)))) {
      assertThatThrownBy(() -> limited.await(limited.eval("({ then() { for (;;); } })"), LONG))
          .isInstanceOf(JsTerminatedException.class);
      assertThatThrownBy(() -> limited.await(limited.eval("({ get then() { for (;;); } })"), LONG))
          .isInstanceOf(JsTerminatedException.class);
      assertThat(limited.eval("1").asInt()).isOne();
    }
  }

  @Test
  void drainMicrotasksRunsReactions() {
    js.eval("var log = []");
    JsValue settle = js.eval("var settle; new Promise(r => { settle = r }).then(x => log.push(x)); settle");
    settle.asFunction().call(JsNumber.of(1));
    js.drainMicrotasks();

    assertThat(js.eval("log.length").asInt()).isOne();
  }
}
