package io.jsc4j.tests.workers;

import io.jsc4j.JsThreadWorker;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ending what a worker does. None of these would end by itself. */
@NeedsEngine
@Timeout(120)
final class CancellationTest {
  private JsThreadWorker worker;
  private final CountDownLatch running = new CountDownLatch(1);

  @BeforeEach
  void open() {
    worker = JsWorker.open(JsWorkerOptions.defaults().withFunction("running", _ -> {
      running.countDown();
      return null;
    }).withFunction("sleep", _ -> {
      running.countDown();
      new CountDownLatch(1).await();
      return null;
    }));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private void assertUsable() {
    assertThat(worker.eval("6 * 7").join()).isEqualTo(42.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"running(); for (;;);", "try { running(); for (;;); } finally { for (;;); }", "sleep()",
      "for (;;) { try { sleep() } catch {} }", "running(); new Promise(() => {})", "(async () => { sleep() })()",
      "running(); [1, 2].sort(() => { for (;;); })", "Promise.resolve().then(() => { running(); for (;;); })"})
  void aRunningScript(String source) throws InterruptedException {
    CompletableFuture<@Nullable Object> task = worker.eval(source);
    running.await();
    assertThat(task.cancel(true)).isTrue();
    assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
    assertUsable();
  }

  @Test
  void aJavaTaskThatSleeps() throws InterruptedException {
    CompletableFuture<InterruptedException> interrupted = new CompletableFuture<>();
    CompletableFuture<@Nullable Object> task = worker.submit(_ -> {
      running.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.complete(e);
      }
      return null;
    });
    running.await();
    task.cancel(true);
    interrupted.join();
    assertThat(worker.submit(_ -> Thread.currentThread().isInterrupted()).join()).isFalse();
    assertUsable();
  }

  @Test
  void aTaskThatWaits() throws InterruptedException {
    CompletableFuture<@Nullable Object> first = worker.eval("running(); for (;;);");
    running.await();
    CompletableFuture<@Nullable Object> second = worker.eval("globalThis.second = true");
    assertThat(second.cancel(true)).isTrue();
    first.cancel(true);
    assertThat(worker.eval("typeof second").join()).isEqualTo("undefined");
  }

  @Test
  void aTaskThatIsOver() {
    CompletableFuture<@Nullable Object> task = worker.eval("1");
    task.join();
    CompletableFuture<@Nullable Object> next = worker.eval("for (let i = 0; i < 1e7; i++); 2");
    assertThat(task.cancel(true)).isFalse();
    assertThat(next.join()).isEqualTo(2.0);
  }

  /** As a structured task scope ends its subtasks. */
  @Test
  void theThreadThatWaitsIsInterrupted() throws InterruptedException {
    CompletableFuture<Class<?>> outcome = new CompletableFuture<>();
    Thread waiter = Thread.startVirtualThread(() -> {
      try {
        worker.eval("running(); for (;;);").thenApply(x -> x).get();
      } catch (Exception e) {
        outcome.complete(e.getClass());
      }
    });
    running.await();
    waiter.interrupt();
    assertThat(outcome.join()).isEqualTo(InterruptedException.class);
    assertUsable();
  }

  @Test
  void anOpeningThatIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> JsWorker.open(JsWorkerOptions.defaults().withSetup("for (;;);", "endless.js")))
        .isInstanceOf(
            CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void cancelledAllTheTime() {
    for (int i = 0; i < 200; i++) {
      CompletableFuture<@Nullable Object> task = worker.eval("for (let i = 0; i < 2e4; i++); 'done'");
      if (i % 3 == 0) {
        Thread.onSpinWait();
      }
      task.cancel(true);
    }
    assertUsable();
  }
}
