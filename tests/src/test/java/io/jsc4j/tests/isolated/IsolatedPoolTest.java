package io.jsc4j.tests.isolated;

import io.jsc4j.JsHostCallLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.JsProcessException;
import io.jsc4j.JsProcessException.Reason;
import io.jsc4j.JsThrownException;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.jsc4j.tests.isolated.Isolated.WASM_LOOP;
import static io.jsc4j.tests.isolated.Isolated.failure;
import static io.jsc4j.tests.isolated.Isolated.options;
import static io.jsc4j.tests.isolated.Isolated.result;
import static io.jsc4j.tests.isolated.Isolated.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A pool whose workers are processes: what ends one does not end another, and it is replaced. */
@NeedsEngine
@Timeout(300)
final class IsolatedPoolTest {
  private final CountDownLatch running = new CountDownLatch(1);
  private final JsWorkerOptions worker = options().withFunction("running", _ -> {
    running.countDown();
    return "yes";
  }).withSetup("function add(a, b) { return a + b }", "add.js");

  @AfterEach
  void nothingIsLeft() {
    assertThat(Isolated.processes()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("isolated"));
  }

  private JsPoolOptions pool(int workers) {
    return JsPoolOptions.defaults().withIsolation(true).withWorkers(workers).withWorker(worker);
  }

  @Test
  void tenantsDoNotLearnOfEachOther() {
    JsPool pool = JsPool.open(pool(1).withTasksPerContext(10));
    try (pool) {
      assertThat(result(pool.eval("a", "globalThis.mine = 1; Object.prototype.mine = 1; running()"))).isEqualTo("yes");
      assertThat(result(pool.eval("a", "mine"))).as("its own context").isEqualTo(1.0);
      assertThat(result(pool.eval("b", "typeof mine + typeof ({}).mine"))).isEqualTo("undefinedundefined");
      assertThat(result(pool.call("b", "add", 1, 2))).isEqualTo(3.0);
      JsThrownException thrown = failure(pool.eval("b", "\nnope", "b.js"), JsThrownException.class);
      assertThat(thrown.sourceUrl()).hasValue("b.js");
      assertThat(thrown.line()).hasValue(2);
      assertThatThrownBy(() -> pool.submit("a", _ -> 1)).isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("withIsolation");
    }
    assertThat(pool.statistics().runtimesOpened()).isOne();
    assertThat(pool.statistics().tasksDone()).isEqualTo(4);
    assertThatThrownBy(() -> pool.eval("a", "1")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aProcessThatEndsIsReplaced() throws Exception {
    JsPool pool = JsPool.open(pool(1));
    try (pool) {
      CompletableFuture<@Nullable Object> task = pool.eval("a", "running(); for (;;);");
      CompletableFuture<@Nullable Object> next = pool.eval("b", "add(1, 2)");
      running.await();
      signal(Isolated.processes().getFirst(), "SEGV");
      assertThat(failure(task, JsProcessException.class).reason()).isEqualTo(Reason.ENDED);
      assertThat(result(next)).isEqualTo(3.0);
    }
    assertThat(pool.statistics().runtimesOpened()).isEqualTo(2);
    assertThat(pool.statistics().runtimesRetired()).containsEntry(Retirement.ENDED, 1L);
  }

  @Test
  void severalProcessesAtOnce() {
    try (JsPool pool = JsPool.open(pool(2))) {
      assertThat(Isolated.processes()).hasSize(2);
      List<CompletableFuture<@Nullable Object>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(pool.call("tenant " + i % 4, "add", i, 1));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(result(all.get(i))).isEqualTo(i + 1.0);
      }
    }
  }

  @Test
  void eachTenantHasItsLimits() {
    JsLimits free = JsLimits.none().withTime(Duration.ofMillis(300)).withHostCalls(10);
    try (JsPool pool = JsPool.open(pool(1).withTenantLimits(tenant -> tenant.equals("free")
        ? free
        : JsLimits
            .none()))) {
      assertThat(failure(pool.eval("free", "for (;;) running()"))).isInstanceOf(JsHostCallLimitException.class);
      result(pool.eval("paying", "for (let i = 0; i < 100; i++) running()"));
      assertThat(failure(pool.eval("free", "for (;;);"))).isInstanceOf(JsTimeLimitException.class);
      assertThat(failure(pool.eval("free", WASM_LOOP), JsProcessException.class).reason()).isEqualTo(Reason.TIME);
      assertThat(result(pool.eval("free", "add(1, 2)"))).isEqualTo(3.0);
    }
  }

  @Test
  void aTaskThatIsCancelled() throws Exception {
    try (JsPool pool = JsPool.open(pool(1))) {
      CompletableFuture<@Nullable Object> task = pool.eval("a", "running(); " + WASM_LOOP);
      running.await();
      task.cancel(true);
      assertThat(result(pool.eval("b", "add(1, 2)"))).isEqualTo(3.0);
    }
  }

  @Test
  void aSetUpThatIsNotTheSameEachTime() {
    JsPoolOptions options = pool(1).withWorker(worker.withSetup("var id = Math.random()", "random.js"));
    assertThatThrownBy(() -> JsPool.open(options)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not make the same");
  }

  /** It does so in each fresh context, and that may be between two tasks. */
  @Test
  void aSetUpThatCallsFunctionsOfTheParent() {
    try (JsPool pool = JsPool.open(pool(1).withWorker(worker.withSetup("var answer = running()", "setup.js")))) {
      for (int i = 0; i < 5; i++) {
        assertThat(result(pool.eval("tenant " + i, "answer"))).isEqualTo("yes");
      }
      assertThat(pool.statistics().runtimesOpened()).isOne();
    }
  }
}
