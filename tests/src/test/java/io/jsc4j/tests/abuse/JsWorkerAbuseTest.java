package io.jsc4j.tests.abuse;

import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every kind of worker, however it is treated. */
@NeedsEngine
@Timeout(120)
abstract class JsWorkerAbuseTest {
  static final JsWorkerOptions OPTIONS = JsWorkerOptions.defaults().withMailbox(2);

  abstract JsWorker open(JsWorkerOptions options);

  @Test
  void usedAfterClose() {
    JsWorker worker = open(OPTIONS);
    worker.close();
    assertThat(worker.isClosed()).isTrue();
    assertThatThrownBy(() -> worker.eval("1")).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    assertThatThrownBy(() -> worker.eval("1", "a.js")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> worker.call("f")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closedTwice() {
    JsWorker worker = open(OPTIONS);
    worker.close();
    worker.close();
    worker.close(Duration.ZERO);
    worker.close(Duration.ofDays(-1));
    assertThat(worker.isClosed()).isTrue();
  }

  @Test
  void usedAndClosedByOtherThreads() throws InterruptedException {
    JsWorker worker = open(OPTIONS);
    Threads.onVirtualThread(() -> assertThat(worker.eval("6 * 7").get()).isEqualTo(42.0));
    Threads.onPlatformThread(() -> assertThat(worker.eval("6 * 7").get()).isEqualTo(42.0));
    Threads.onVirtualThread(worker::close);
    assertThat(worker.isClosed()).isTrue();
  }

  @Test
  void closedByManyAtOnce() throws InterruptedException {
    JsWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> last = worker.eval("6 * 7");
    List<Thread> threads = Stream.generate(() -> Thread.startVirtualThread(worker::close))
        .limit(20)
        .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(last.join()).isEqualTo(42.0);
  }

  /** What a dependent future does runs on the worker's thread, or one of its own. */
  @Test
  void closedInsideACallback() {
    JsWorker worker = open(OPTIONS);
    CompletableFuture<String> closed = worker.eval("for (let i = 0; i < 1e6; i++);").thenApply(_ -> {
      try {
        worker.close();
        return "closed";
      } catch (IllegalStateException e) {
        return "refused";
      }
    });
    assertThat(closed.join()).isIn("closed", "refused");
    worker.close();
  }

  @Test
  void closedWhileSomebodyWaitsForRoom() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    JsWorker worker = open(OPTIONS.withFunction("running", _ -> {
      running.countDown();
      return null;
    }));
    List<CompletableFuture<@Nullable Object>> taken = new ArrayList<>(List.of(worker.eval(
        "running(); for (;;);")));
    running.await();
    taken.add(worker.eval("1"));
    taken.add(worker.eval("2"));
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    Thread giver = Thread.startVirtualThread(() -> {
      try {
        var _ = worker.eval("3");
        refused.completeExceptionally(new AssertionError("there was room"));
      } catch (IllegalStateException e) {
        refused.complete(e);
      }
    });
    while (giver.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    worker.close(Duration.ZERO);
    assertThat(refused.get()).hasMessageContaining("closed");
    assertThat(taken).allSatisfy(future -> assertThatThrownBy(future::join).isInstanceOf(CancellationException.class));
  }

  @Test
  void waitingForRoomIsInterrupted() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    JsWorker worker = open(OPTIONS.withFunction("running", _ -> {
      running.countDown();
      return null;
    }));
    CompletableFuture<@Nullable Object> endless = worker.eval("running(); for (;;);");
    running.await();
    CompletableFuture<@Nullable Object> first = worker.eval("1");
    var _ = worker.eval("2");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> worker.eval("3")).isInstanceOf(CancellationException.class)
        .hasMessageContaining("mailbox");
    assertThat(Thread.interrupted()).isTrue();
    endless.cancel(true);
    assertThat(first.join()).isEqualTo(1.0);
    worker.close();
  }

  @Test
  void interruptedWhileClosing() {
    JsWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> endless = worker.eval("for (;;);");
    Thread.currentThread().interrupt();
    worker.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(endless).isCompletedExceptionally();
  }

  @Test
  void futuresCompletedFromOutside() {
    JsWorker worker = open(OPTIONS);
    CompletableFuture<@Nullable Object> endless = worker.eval("for (;;);");
    assertThat(endless.complete("enough")).isTrue();
    CompletableFuture<@Nullable Object> late = worker.eval("for (;;);").orTimeout(20, TimeUnit.MILLISECONDS);
    assertThatThrownBy(late::get).hasCauseInstanceOf(TimeoutException.class);
    assertThat(worker.eval("6 * 7").join()).isEqualTo(42.0);
    assertThat(endless.join()).isEqualTo("enough");
    worker.close();
  }

  @Test
  void dataThatIsNotPlain() {
    JsWorker worker = open(OPTIONS.withSetup("function echo(x) { return x }", "echo.js"));
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    List<Object> deep = List.of();
    for (int i = 0; i < 1000; i++) {
      deep = List.of(deep);
    }
    List<Object> nested = deep;
    assertThatThrownBy(() -> worker.call("echo", cycle)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arguments[0][0] contains itself");
    assertThatThrownBy(() -> worker.call("echo", 1, nested)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> worker.call("echo", new Object())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> worker.call("echo", Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    for (String wrong : List.of("() => 1", "({ a: [Symbol()] })", "const a = []; a[0] = a; a", "new Map([[1, 2]])")) {
      assertThatThrownBy(() -> worker.eval(wrong).join()).as(wrong).cause().isInstanceOf(RuntimeException.class);
    }
    assertThat(worker.call("echo", "again").join()).isEqualTo("again");
    worker.close();
  }
}
