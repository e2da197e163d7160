package io.jsc4j.tests.workers;

import io.jsc4j.JsBoolean;
import io.jsc4j.JsNumber;
import io.jsc4j.JsThreadWorker;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsValue;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsEngine
@Timeout(120)
final class WorkerTest {
  private static final JsWorkerOptions OPTIONS = JsWorkerOptions.defaults()
      .withSetup("function echo(x) { return x }",
          "echo.js");

  private static Throwable failureOf(CompletableFuture<?> future) {
    try {
      future.join();
      throw new AssertionError("it did not fail");
    } catch (CompletionException e) {
      return java.util.Objects.requireNonNull(e.getCause());
    }
  }

  @Test
  void plainDataInBothDirections() {
    try (JsWorker worker = JsWorker.open(OPTIONS)) {
      for (Object value : List.of(true, 1.5, "text \0 \ud800", BigInteger.TWO.pow(100), Instant.ofEpochMilli(1), List
          .of(
              1.0, List.of()), Map.of("a", Map.of()))) {
        assertThat(worker.call("echo", value).join()).isEqualTo(value);
      }
      assertThat((byte[]) worker.call("echo", new byte[]{1, -1}).join()).containsExactly(1, -1);
      assertThat(worker.call("echo", 7).join()).isEqualTo(7.0);
      assertThat(worker.call("echo", Long.MAX_VALUE).join()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
      assertThat(worker.call("echo", (@Nullable Object) null).join()).isNull();
      assertThat(worker.call("echo", Arrays.asList(1.0, null)).join()).isEqualTo(Arrays.asList(1.0, null));
      assertThat(worker.eval("undefined").join()).isNull();
      assertThat(worker.eval("({ u: undefined, s: new Set([1]) })").join()).isEqualTo(mapOf());
    }
  }

  private static Map<String, @Nullable Object> mapOf() {
    Map<String, @Nullable Object> map = new java.util.HashMap<>();
    map.put("u", null);
    map.put("s", List.of(1.0));
    return map;
  }

  @Test
  void argumentsAreCopiedWhenTheyAreGiven() {
    try (JsThreadWorker worker = JsWorker.open(OPTIONS)) {
      CountDownLatch given = new CountDownLatch(1);
      CompletableFuture<Boolean> before = worker.submit(_ -> {
        given.await();
        return true;
      });
      List<Object> list = new ArrayList<>(List.of("before"));
      CompletableFuture<@Nullable Object> echo = worker.call("echo", list);
      list.set(0, "after");
      given.countDown();
      assertThat(echo.join()).isEqualTo(List.of("before"));
      assertThat(before.join()).isTrue();
    }
  }

  @Test
  void promisesAreAwaited() {
    JsWorkerOptions options = OPTIONS.withSetup("globalThis.ready = false; (async () => { await 0; ready = true })()",
        "later.js");
    try (JsThreadWorker worker = JsWorker.open(options)) {
      assertThat(worker.eval("ready").join()).isEqualTo(true);
      assertThat(worker.eval("Promise.resolve([1])").join()).isEqualTo(List.of(1.0));
      assertThat(failureOf(worker.eval("Promise.reject(new RangeError('no'))"))).isInstanceOf(JsThrownException.class)
          .hasMessageContaining("no");
      // No promise, but data.
      assertThat(failureOf(worker.eval("({ then(f) { f(1) } })"))).hasMessageContaining("then");
      worker.submit(js -> {
        js.global().set("later", js.asyncFunction("later", _ -> CompletableFuture.supplyAsync(() -> JsNumber.of(7))));
        return null;
      }).join();
      assertThat(worker.call("later").join()).isEqualTo(7.0);
    }
  }

  @Test
  void whatOthersCompleteIsDoneWhileNoTaskWaits() {
    try (JsThreadWorker worker = JsWorker.open(OPTIONS)) {
      CompletableFuture<JsValue> stage = new CompletableFuture<>();
      CompletableFuture<Boolean> seen = new CompletableFuture<>();
      worker.submit(js -> {
        js.global().set("seen", js.function("seen", call -> JsBoolean.of(seen.complete(call.arg(0).asBoolean()))));
        js.global().set("stage", js.toPromise(stage));
        js.eval("stage.then(seen)");
        return null;
      }).join();
      stage.complete(JsBoolean.of(true));
      assertThat(seen.join()).isTrue();
    }
  }

  @Test
  void whatATaskThrowsComesOutAsTheSameObject() {
    IOException checked = new IOException("checked");
    AssertionError error = new AssertionError("error");
    JsWorkerOptions options = OPTIONS.withFunction("fail", _ -> {
      throw checked;
    });
    try (JsThreadWorker worker = JsWorker.open(options)) {
      assertThat(failureOf(worker.submit(_ -> {
        throw checked;
      }))).isSameAs(checked);
      assertThat(failureOf(worker.submit(_ -> {
        throw error;
      }))).isSameAs(error);
      assertThat(failureOf(worker.eval("fail()"))).isSameAs(checked);
      assertThat(failureOf(worker.eval("nothing"))).isInstanceOf(JsThrownException.class)
          .hasMessageContaining("nothing");
      assertThat(failureOf(worker.call("missing"))).isInstanceOf(ClassCastException.class)
          .hasMessageContaining("missing");
      assertThat(worker.eval("try { fail() } catch (e) { 'caught' }").join()).isEqualTo("caught");
    }
  }

  @Test
  void functionsOverPlainData() {
    AtomicInteger calls = new AtomicInteger();
    JsWorkerOptions options = JsWorkerOptions.defaults()
        .withFunction("sum", arguments -> {
          calls.incrementAndGet();
          return arguments.stream().mapToDouble(argument -> argument == null ? 100 : (Double) argument).sum();
        })
        .withSetup("globalThis.total = sum(1, 2, undefined)", "total.js");
    try (JsWorker worker = JsWorker.open(options)) {
      assertThat(worker.eval("total").join()).isEqualTo(103.0);
      assertThat(worker.eval("sum.name + sum.length").join()).isEqualTo("sum0");
      assertThat(failureOf(worker.eval("sum(() => 1)"))).hasMessageContaining("function");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void tasksAreDoneInTheOrderInWhichTheyWereGiven() {
    try (JsWorker worker = JsWorker.open(OPTIONS.withMailbox(3).withSetup("var order = []", "order.js"))) {
      List<CompletableFuture<@Nullable Object>> given = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        given.add(worker.eval("order.push(" + i + ")"));
      }
      given.forEach(CompletableFuture::join);
      assertThat(worker.eval("order.every((n, i) => n === i) && order.length").join()).isEqualTo(200.0);
    }
  }

  @Test
  void closingWaitsForWhatWasTaken() {
    List<CompletableFuture<@Nullable Object>> given = new ArrayList<>();
    try (JsWorker worker = JsWorker.open(OPTIONS)) {
      for (int i = 0; i < 100; i++) {
        given.add(worker.eval("for (let i = 0; i < 1e4; i++); " + i));
      }
    }
    for (int i = 0; i < given.size(); i++) {
      assertThat(given.get(i)).isCompletedWithValue((double) i);
    }
  }

  @Test
  void setUpThatThrows() {
    assertThatThrownBy(() -> JsWorker.open(OPTIONS.withSetup("throw new Error('no')", "no.js"))).isInstanceOf(
        JsThrownException.class).hasMessageContaining("no");
    assertThatThrownBy(() -> JsWorker.open(OPTIONS.withSetup("Promise.reject(new Error('later'))", "no.js")))
        .isInstanceOf(JsThrownException.class)
        .hasMessageContaining("later");
  }

  @Test
  void options() {
    JsWorkerOptions options = OPTIONS.withName("n").withStackSize(1 << 20).withMaxMemory(1 << 28);
    try (JsThreadWorker worker = JsWorker.open(options)) {
      assertThat(worker.options()).isSameAs(options);
      assertThat(worker.submit(_ -> Thread.currentThread().getName()).join()).isEqualTo("n");
      assertThat(worker.submit(_ -> Thread.currentThread().isDaemon()).join()).isTrue();
    }
    assertThat(options.toString()).contains("name=n", "1048576", "268435456", "1 scripts");
    assertThatThrownBy(() -> options.withMailbox(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.withStackSize(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.withMaxMemory(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.setup().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> options.functions().put("f", _ -> null)).isInstanceOf(UnsupportedOperationException.class);
  }
}
