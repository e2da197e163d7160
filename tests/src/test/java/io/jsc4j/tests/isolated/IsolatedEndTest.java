package io.jsc4j.tests.isolated;

import io.jsc4j.JsProcessException;
import io.jsc4j.JsProcessException.Reason;
import io.jsc4j.JsWorker;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.jsc4j.tests.isolated.Isolated.WASM_LOOP;
import static io.jsc4j.tests.isolated.Isolated.failure;
import static io.jsc4j.tests.isolated.Isolated.options;
import static io.jsc4j.tests.isolated.Isolated.process;
import static io.jsc4j.tests.isolated.Isolated.result;
import static io.jsc4j.tests.isolated.Isolated.signal;
import static io.jsc4j.tests.isolated.Isolated.withTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** However the process of a worker ends, the caller hears of it, the worker goes on, and nothing is left. */
@NeedsEngine
final class IsolatedEndTest {
  private final CountDownLatch running = new CountDownLatch(1);

  @AfterEach
  void nothingIsLeft() {
    assertThat(Isolated.processes()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("isolated"));
  }

  private JsWorker worker() {
    return JsWorker.isolated(options().withSetup("var set = 'up'", "setup.js").withFunction("running", _ -> {
      running.countDown();
      return null;
    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "SEGV", "ABRT", "TERM"})
  void aProcessThatASignalEnds(String signal) throws Exception {
    try (JsWorker worker = worker()) {
      ProcessHandle process = process(worker);
      CompletableFuture<@Nullable Object> task = worker.eval("running(); for (;;);");
      CompletableFuture<@Nullable Object> next = worker.eval("set");
      running.await();
      signal(process, signal);

      JsProcessException ended = failure(task, JsProcessException.class);
      assertThat(ended.reason()).isEqualTo(Reason.ENDED);
      if (!signal.equals("TERM")) {
        assertThat(ended.signal()).hasValue("SIG" + signal);
      }
      if (signal.equals("SEGV")) {
        assertThat(ended.output()).contains("A fatal error has been detected");
      }
      assertThat(result(next)).as("in the next process, with its set-up").isEqualTo("up");
      assertThat(process(worker).pid()).isNotEqualTo(process.pid());
    }
  }

  @Test
  void aProcessThatEndsWhileItIsIdle() throws Exception {
    try (JsWorker worker = worker()) {
      ProcessHandle process = process(worker);
      signal(process, "KILL");
      process.onExit().get(30, TimeUnit.SECONDS);
      assertThat(result(worker.eval("set"))).isEqualTo("up");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WASM_LOOP, "(async () => { for (;;) await 0 })()",
      "var a = new Array(1 << 25).fill(0).map((_, i) => i ^ 0x5555); for (;;) a.toSorted().length"})
  void whatNothingInTheProcessCanEnd(String source) {
    try (JsWorker worker = JsWorker.isolated(withTime(Duration.ofMillis(500)))) {
      CompletableFuture<@Nullable Object> task = worker.eval(source);
      Throwable failure = failure(task);
      assertThat(failure).satisfiesAnyOf(thrown -> assertThat(thrown).isInstanceOf(JsProcessException.class)
          .hasMessageContaining("time was up"), thrown -> assertThat(thrown).hasMessageContaining("time limit"));
      if (source.equals(WASM_LOOP)) {
        assertThat(((JsProcessException) failure).reason()).isEqualTo(Reason.TIME);
      }
      assertThat(result(worker.eval("1"))).isEqualTo(1.0);
    }
  }

  @Test
  void moreMemoryThanItMayHave() {
    try (JsWorker worker = JsWorker.isolated(options().withMaxMemory(300L << 20))) {
      Throwable failure = failure(worker.eval(
          "var all = []; for (;;) { const bytes = new Uint8Array(1 << 22); bytes.fill(1); all.push(bytes) }"));
      assertThat(failure).satisfiesAnyOf(thrown -> assertThat(thrown).isInstanceOfSatisfying(JsProcessException.class,
          ended -> assertThat(ended.reason()).isEqualTo(Reason.MEMORY)),
          thrown -> assertThat(thrown).hasMessageContaining("heap limit"), thrown -> assertThat(thrown)
              .hasMessageContaining(
                  "Out of memory"));
      assertThat(result(worker.eval("1"))).isEqualTo(1.0);
    }
  }

  @Test
  void tooLittleMemoryToStart() {
    assertThatThrownBy(() -> JsWorker.isolated(options().withMaxMemory(1))).isInstanceOfSatisfying(
        JsProcessException.class, ended -> assertThat(ended.reason()).isEqualTo(Reason.MEMORY));
  }

  // --- cancelling and closing

  @ParameterizedTest
  @ValueSource(strings = {"for (;;);", WASM_LOOP})
  void aTaskThatIsCancelled(String source) throws Exception {
    try (JsWorker worker = worker()) {
      CompletableFuture<@Nullable Object> task = worker.eval("running(); " + source);
      CompletableFuture<@Nullable Object> next = worker.eval("set");
      running.await();
      task.cancel(true);
      assertThat(task).isCancelled();
      assertThat(result(next)).isEqualTo("up");
    }
  }

  @Test
  void aFunctionThatSleepsIsInterrupted() throws Exception {
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    try (JsWorker worker = JsWorker.isolated(options().withFunction("sleep", _ -> {
      running.countDown();
      try {
        new CountDownLatch(1).await();
        return null;
      } catch (InterruptedException e) {
        interrupted.complete("yes");
        throw e;
      }
    }))) {
      CompletableFuture<@Nullable Object> task = worker.eval("sleep()");
      running.await();
      task.cancel(true);
      assertThat(interrupted.get(30, TimeUnit.SECONDS)).isEqualTo("yes");
      assertThat(result(worker.eval("1"))).isEqualTo(1.0);
    }
  }

  @Test
  void aFunctionThatSleepsLongerThanItsTask() {
    try (JsWorker worker = JsWorker.isolated(withTime(Duration.ofMillis(300)).withFunction("sleep", _ -> {
      new CountDownLatch(1).await();
      return null;
    }))) {
      failure(worker.eval("sleep()"));
      assertThat(result(worker.eval("1"))).isEqualTo(1.0);
    }
  }

  @Test
  void closedInAnOrderlyWay() {
    List<CompletableFuture<@Nullable Object>> tasks = new ArrayList<>();
    JsWorker worker = worker();
    for (int i = 0; i < 50; i++) {
      tasks.add(worker.eval("" + i));
    }
    worker.close();
    worker.close();
    assertThat(worker.isClosed()).isTrue();
    assertThat(tasks).allMatch(task -> task.isDone() && !task.isCompletedExceptionally());
    assertThatThrownBy(() -> worker.eval("1")).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
  }

  @Test
  void closedByForce() throws Exception {
    JsWorker worker = worker();
    CompletableFuture<@Nullable Object> task = worker.eval("running(); " + WASM_LOOP);
    CompletableFuture<@Nullable Object> waiting = worker.eval("1");
    running.await();
    worker.close(Duration.ZERO);
    assertThat(task).isCompletedExceptionally();
    assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
  }

  // --- set-up

  @Test
  void aSetUpThatKillsItsProcessDoesNotLoop() throws Exception {
    boolean[] deadly = {false};
    JsWorker worker = JsWorker.isolated(options().withFunction("maybe", _ -> {
      if (deadly[0]) {
        signal(Isolated.processes().getFirst(), "KILL");
      }
      return null;
    }).withSetup("maybe()", "setup.js"));
    ProcessHandle process = process(worker);
    deadly[0] = true;
    signal(process, "KILL");
    List<Throwable> failures = new ArrayList<>();
    while (!worker.isClosed()) {
      assertThat(failures).hasSizeLessThan(10);
      try {
        failures.add(failure(worker.eval("1")));
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("failed");
      }
    }
    worker.close();
    assertThatThrownBy(() -> worker.eval("1")).isInstanceOf(IllegalStateException.class).hasMessageContaining("failed");
  }
}
