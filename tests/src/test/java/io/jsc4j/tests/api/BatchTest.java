package io.jsc4j.tests.api;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsCpuLimitException;
import io.jsc4j.JsEngine;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsMicrotaskLimitException;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@link JsContext#batch}: several operations as one. */
final class BatchTest extends ContextTest {
  private String log() {
    return js.eval("log.join()").asString();
  }

  /** As in one script: what was queued first runs first, after all operations; without a batch after each. */
  @Test
  void microtasksRunAtTheEnd() {
    js.eval(
        "var log = []; var later = x => { log.push('call ' + x); Promise.resolve(x).then(y => log.push('then ' + y)) }");
    JsFunction later = js.global().get("later").asFunction();

    String inside = js.batch(() -> {
      later.call(JsNumber.of(1));
      later.call(JsNumber.of(2));
      js.drainMicrotasks();
      js.runtime().runPendingTasks();
      return log();
    });

    assertThat(inside).isEqualTo("call 1,call 2");
    assertThat(log()).isEqualTo("call 1,call 2,then 1,then 2");
    later.call(JsNumber.of(3));
    assertThat(log()).endsWith("call 3,then 3");
  }

  @Test
  void batchesNest() {
    js.eval("var log = []");
    js.batch(() -> {
      js.batch(() -> {
        js.eval("Promise.resolve().then(() => log.push('micro'))");
        js.batch(() -> js.eval("log.push('inner')"));
      });
      js.eval("log.push('outer')");
    });

    assertThat(log()).isEqualTo("inner,outer,micro");
  }

  @Test
  void hostFunctionsRunInside() {
    js.eval("var log = []");
    js.global().set("host", js.function("host", HostFunction.ofDouble(x -> {
      js.eval("Promise.resolve().then(() => log.push('micro of the host function'))");
      return js.batch(() -> js.eval("log.push('host'); 20").asDouble()) + x;
    })));

    int result = js.batch(() -> js.eval("host(1)").asInt() + js.eval("host(1)").asInt());

    assertThat(result).isEqualTo(42);
    assertThat(log()).isEqualTo("host,host,micro of the host function,micro of the host function");
  }

  @Test
  void aBatchInsideAHostFunctionRunsNoMicrotask() {
    js.eval("var log = []");
    js.global().set("host", js.function("host", _ -> {
      js.batch(() -> js.eval("Promise.resolve().then(() => log.push('micro'))"));
      js.eval("log.push('after the batch')");
      return JsValue.undefined();
    }));

    js.eval("host(); log.push('after the call')");

    assertThat(log()).isEqualTo("after the batch,after the call,micro");
  }

  @Test
  void handlesBelongToTheScope() {
    JsObject kept = js.batch(() -> js.eval("({ a: 1 })").asObject());
    assertThat(kept.getInt("a")).isOne();

    long before = JsEngine.liveResources().handles();
    try (JsScope scope = js.openScope()) {
      js.batch(() -> {
        js.eval("[1]");
        js.eval("[2]");
      });
      assertThat(scope.scope().isAlive()).isTrue();
      assertThat(JsEngine.liveResources().handles()).isEqualTo(before + 2);
    }
    js.batch(() -> {
      try (JsScope scope = js.openScope()) {
        js.eval("[3]");
        assertThat(scope.scope().isAlive()).isTrue();
      }
    });
    assertThat(JsEngine.liveResources().handles()).isEqualTo(before);
    js.batch(() -> js.runtime().collectGarbage());
    assertThat(kept.getInt("a")).isOne();
  }

  @Test
  @SuppressWarnings("try") // Closing what is in use is the point.
  void nothingIsClosedInside() {
    try (JsRuntime runtime = JsRuntime.open();
        JsContext one = runtime.openContext();
        JsContext two = runtime.openContext()) {
      one.batch(() -> {
        assertThatThrownBy(one::close).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("close it after batch() has returned");
        assertThatThrownBy(two::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(runtime::close).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("close it after batch() has returned");
        assertThat(two.eval("1 + 1").asInt()).isEqualTo(2);
      });
      assertThatThrownBy(() -> js.batch(js::close)).isInstanceOf(IllegalStateException.class);
      assertUsable();
      assertThat(one.isClosed() || two.isClosed() || runtime.isClosed()).isFalse();
    }
  }

  /** It can't be refused; the context ends when the batch does. */
  @Test
  @SuppressWarnings("try") // Closing what is in use is the point.
  void anArenaIsClosedInside() {
    try (JsRuntime runtime = JsRuntime.open(); JsContext stays = runtime.openContext()) {
      @SuppressWarnings("MustBeClosedChecker")
      Arena arena = Arena.ofConfined();
      JsContext goes = runtime.openContext(arena);
      goes.eval("var o = {}");
      goes.batch(() -> {
        goes.eval("({})");
        arena.close();
        assertThatThrownBy(() -> goes.eval("1")).isInstanceOf(IllegalStateException.class);
        assertThat(stays.eval("1 + 1").asInt()).isEqualTo(2);
      });
      assertThat(goes.isClosed()).isTrue();
      assertThat(stays.eval("1 + 1").asInt()).isEqualTo(2);
    }
  }

  @Test
  void whatTheActionThrowsComesOutAfterTheMicrotasks() {
    js.eval("var log = []");
    IllegalStateException failure = new IllegalStateException("mine");

    assertThatThrownBy(() -> js.batch(() -> {
      js.eval("Promise.resolve().then(() => log.push('micro'))");
      throw failure;
    })).isSameAs(failure);

    assertThat(log()).isEqualTo("micro");
    assertThatThrownBy(() -> js.batch(() -> js.eval("throw new RangeError('r')"))).isInstanceOf(
        JsThrownException.class).hasMessageContaining("RangeError: r");
    assertThat(js.<String>batch(() -> {
      assertThatThrownBy(() -> js.eval("throw 1")).isInstanceOf(JsThrownException.class);
      return js.eval("'goes on'").asString();
    })).isEqualTo("goes on");
    assertUsable();
  }

  @Test
  void nothingAwaits() {
    JsValue promise = js.eval("Promise.resolve(1)");

    js.batch(() -> assertThatThrownBy(() -> js.await(promise, Duration.ofSeconds(1))).isInstanceOf(
        IllegalStateException.class).hasMessageContaining("after batch() has"));
    assertThat(js.await(promise, Duration.ofSeconds(10)).asInt()).isOne();
  }

  @Test
  void futuresAreCompletedAtTheEnd() {
    CompletableFuture<JsValue> future = js.batch(() -> {
      CompletableFuture<JsValue> started = js.eval("Promise.resolve(5)").asObject().asPromise().toFuture();
      js.eval("1");
      assertThat(started).isNotDone();
      return started;
    });

    assertThat(future).isCompletedWithValue(JsNumber.of(5));
  }

  @Test
  void theFailureOfAHandlerIsNotLost() {
    IllegalStateException inHandler = new IllegalStateException("in the handler");
    js.onUnhandledRejection((_, _) -> {
      throw inHandler;
    });
    IllegalStateException failure = new IllegalStateException("mine");

    assertThatThrownBy(() -> js.batch(() -> js.eval("Promise.reject(1)"))).isSameAs(inHandler);
    assertThatThrownBy(() -> js.batch(() -> {
      js.eval("Promise.reject(1)");
      throw failure;
    })).isSameAs(failure).satisfies(e -> assertThat(e.getSuppressed()).containsExactly(inHandler));
    assertUsable();
  }

  @Test
  void limitsCountForAllOfIt() {
    try (JsContext limited = JsContext.open(JsLimits.none().withCpuTime(Duration.ofMillis(200)))) {
      JsFunction some = limited.eval("() => { const end = Date.now() + 30; while (Date.now() < end); return 1 }")
          .asFunction();
      assertThatThrownBy(() -> limited.batch(() -> {
        for (int i = 0; i < 1_000; i++) {
          some.callDouble();
        }
      })).isInstanceOf(JsCpuLimitException.class);
      assertThat(limited.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  /** What an action catches: the operations after it throw too, and so does the batch. */
  @Test
  void aLimitEndsTheWholeBatch() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      JsObject object = limited.eval("({ x: 1 })").asObject();
      boolean[] wentOn = {false};
      assertThatThrownBy(() -> limited.batch(() -> {
        assertThatThrownBy(() -> limited.eval("for (;;);")).isInstanceOf(JsTimeLimitException.class);
        assertThatThrownBy(() -> limited.eval("1")).isInstanceOf(JsTimeLimitException.class);
        assertThatThrownBy(() -> object.getInt("x")).isInstanceOf(JsTimeLimitException.class);
        wentOn[0] = true;
      })).isInstanceOf(JsTimeLimitException.class);
      assertThat(wentOn[0]).isTrue();
      IllegalStateException failure = new IllegalStateException("mine");
      assertThatThrownBy(() -> limited.batch(() -> {
        assertThatThrownBy(() -> limited.eval("for (;;);")).isInstanceOf(JsTimeLimitException.class);
        throw failure;
      })).isInstanceOf(JsTimeLimitException.class)
          .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(failure));
      for (int i = 0; i < 3; i++) {
        assertThat(limited.eval("6 * 7").asInt()).isEqualTo(42);
        assertThat(limited.<Integer>batch(() -> object.getInt("x"))).isOne();
      }
    }
  }

  /** Each of its getters enters the engine anew. */
  @Test
  void aLimitEndsJsonInABatch() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      JsObject endless = limited.eval(
          "new Proxy([], { get: (target, key) => key === 'length' ? 2 ** 30 : undefined })").asObject();
      assertThatThrownBy(() -> limited.batch(() -> limited.toJson(endless))).isInstanceOf(JsTimeLimitException.class);
      assertThat(limited.<String>batch(() -> limited.toJson(limited.eval("[1]")).orElseThrow())).isEqualTo("[1]");
    }
  }

  @Test
  void aLimitEndsTheMicrotasksOfABatch() {
    try (JsContext limited = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(100)))) {
      assertThatThrownBy(() -> limited.batch(() -> limited.eval("(async () => { for (;;) await 0 })(); 1")))
          .isInstanceOf(JsTimeLimitException.class);
      assertThat(limited.eval("6 * 7").asInt()).isEqualTo(42);
    }
    try (JsContext limited = JsContext.open(JsLimits.none().withMicrotasks(1_000))) {
      assertThatThrownBy(() -> limited.batch(() -> limited.eval("(async () => { for (;;) await 0 })(); 1")))
          .isInstanceOf(JsMicrotaskLimitException.class);
      assertThat(limited.eval("6 * 7").asInt()).isEqualTo(42);
    }
  }

  @Test
  void ofAnotherThreadOrAfterCloseItIsRefused() throws Exception {
    Throwable[] thrown = new Throwable[1];
    Thread other = Thread.ofPlatform().start(() -> {
      try {
        js.batch(() -> {
        });
      } catch (Throwable t) {
        thrown[0] = t;
      }
    });
    other.join();
    assertThat(thrown[0]).isInstanceOf(WrongThreadException.class);

    JsContext closed = JsContext.open();
    closed.close();
    assertThatThrownBy(() -> closed.batch(() -> 1)).isInstanceOf(IllegalStateException.class);
  }
}
