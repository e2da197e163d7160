package io.jsc4j.tests.abuse;

import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsThreadWorker;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JsThreadWorkerAbuseTest extends JsWorkerAbuseTest {
  @Override
  JsThreadWorker open(JsWorkerOptions options) {
    return JsWorker.open(options);
  }

  @Test
  void closedByItsOwnTask() {
    JsThreadWorker worker = open(OPTIONS);
    assertThatThrownBy(worker.submit(_ -> {
      worker.close();
      return null;
    })::join).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("wait for itself");
    worker.close();
  }

  @Test
  void aTaskThatWaitsForAnotherTask() {
    JsThreadWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> other = worker.submit(_ -> worker.eval("1").join());
    assertThatThrownBy(other::join).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("for ever");
    // Neither may a dependent.
    CompletableFuture<@Nullable Object> dependent = worker.submit(_ -> worker.eval("1").thenApply(x -> x).join());
    assertThatThrownBy(dependent::join).cause().isInstanceOf(IllegalStateException.class);
    worker.close();
  }

  @Test
  void aTaskThatFillsItsOwnMailbox() {
    JsThreadWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> flood = worker.submit(_ -> {
      for (int i = 0; i < 10; i++) {
        var _ = worker.eval("1");
      }
      return null;
    });
    assertThatThrownBy(flood::join).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("full");
    assertThat(worker.eval("6 * 7").join()).isEqualTo(42.0);
    worker.close();
  }

  @Test
  void handlesThatWouldLeave() {
    try (JsThreadWorker worker = open(OPTIONS)) {
      List<CompletableFuture<?>> refused = List.of(worker.submit(JsContext::newObject), worker.submit(js -> js),
          worker.submit(JsContext::runtime), worker.submit(js -> List.of(1, js.newSymbol("s"))), worker.submit(
              js -> Map.of("a", Optional.of(js.newArray()))), worker.submit(js -> new Object[]{js.newMap()}),
          worker.submit(js -> js.newObject().retain()), worker.submit(js -> js.eval("Promise.resolve(1)")
              .asObject()
              .asPromise()));
      assertThat(refused).allSatisfy(future -> assertThatThrownBy(future::join).cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("belongs to the worker's thread"));
    }
  }

  @Test
  void aHandleOfAnEarlierTask() {
    try (JsThreadWorker worker = open(OPTIONS)) {
      JsObject[] kept = new JsObject[1];
      worker.submit(js -> {
        kept[0] = js.newObject();
        js.openScope();
        return null;
      }).join();
      assertThatThrownBy(() -> kept[0].get("a")).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(worker.submit(_ -> kept[0].get("a"))::join).cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("can no longer be used");
      assertThat(worker.eval("6 * 7").join()).isEqualTo(42.0);
    }
  }

  @Test
  void aTaskThatClosesItsContext() throws InterruptedException {
    JsThreadWorker worker = open(OPTIONS);
    CountDownLatch given = new CountDownLatch(1);
    CompletableFuture<Integer> closing = worker.submit(js -> {
      given.await();
      js.close();
      return 1;
    });
    CompletableFuture<@Nullable Object> next = worker.eval("1");
    given.countDown();
    assertThat(closing.join()).isOne();
    // Nothing is lost: what waited hears of it.
    assertThatThrownBy(next::join).isInstanceOf(CompletionException.class)
        .cause()
        .hasMessageContaining("failed")
        .cause()
        .hasMessageContaining("closed the context");
    assertThatThrownBy(() -> worker.eval("1")).isInstanceOf(IllegalStateException.class).hasMessageContaining("failed");
    assertThat(worker.isClosed()).isTrue();
    worker.close();
  }

  @Test
  void aJavaTaskThatIgnoresItsInterruption() {
    CountDownLatch end = new CountDownLatch(1);
    JsThreadWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> stubborn = worker.submit(_ -> {
      while (end.getCount() > 0) {
        Thread.onSpinWait();
      }
      return null;
    });
    stubborn.cancel(true);
    CompletableFuture<@Nullable Object> next = worker.eval("6 * 7");
    end.countDown();
    // The interruption of the task before is none of its business.
    assertThat(next.join()).isEqualTo(42.0);
    worker.close(Duration.ZERO);
  }
}
