package io.jsc4j.tests.workers;

import io.jsc4j.JsAwaitTimeoutException;
import io.jsc4j.JsHostCallLimitException;
import io.jsc4j.JsLimits;
import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsPoolStatistics;
import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsTimeLimitException;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

@NeedsEngine
@Timeout(300)
final class PoolTest {
  private static final JsWorkerOptions WORKER = JsWorkerOptions.defaults()
      .withSetup(
          "var used = 0; function add(a, b) { used++; return a + b }", "add.js");
  private static final JsPoolOptions OPTIONS = JsPoolOptions.defaults().withWorkers(2).withWorker(WORKER);

  /** {@code mvn test -pl tests -am -Dtest='PoolTest#tenThousandTasksOfAThousandThreads' -Dsurefire.failIfNoSpecifiedTests=false}. */
  @Test
  void tenThousandTasksOfAThousandThreads() throws Exception {
    JsPoolOptions options = OPTIONS.withTasksPerContext(100).withTasksAtOnce(1).withWorker(WORKER.withMailbox(8));
    JsPool pool = JsPool.open(options);
    try (pool; ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        int thread = i;
        all.add(threads.submit(() -> tenTasks(pool, thread)));
      }
      int sum = 0;
      for (Future<Integer> one : all) {
        sum += one.get();
      }
      assertThat(sum).isEqualTo(10_000);
    }
    JsPoolStatistics statistics = pool.statistics();
    assertThat(statistics.tasksDone()).isEqualTo(10_000);
    assertThat(statistics.tasksFailed() + statistics.tasksCancelled()).isZero();
    assertThat(statistics.runtimesRetired()).isEmpty();
  }

  private static int tenTasks(JsPool pool, int thread) throws Exception {
    int right = 0;
    for (int i = 0; i < 10; i++) {
      if (pool.call("tenant " + thread % 16, "add", thread, i).get() instanceof Double sum && sum == thread + i) {
        right++;
      }
    }
    return right;
  }

  @Test
  void aFreshContextForEachTask() {
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1))) {
      for (int i = 0; i < 3; i++) {
        assertThat(pool.eval("a", "add(1, 2); used").join()).isEqualTo(1.0);
      }
    }
  }

  @Test
  void oneContextForSomeTasksOfATenant() {
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1).withTasksPerContext(2))) {
      List<@Nullable Object> used = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        used.add(pool.eval("a", "add(1, 2); used").join());
      }
      assertThat(used).containsExactly(1.0, 2.0, 1.0, 2.0);
      assertThat(pool.eval("b", "used").join()).isEqualTo(0.0);
    }
  }

  @Test
  void eachTenantHasItsLimits() {
    JsLimits free = JsLimits.none().withTime(Duration.ofMillis(150)).withHostCalls(10);
    JsPoolOptions options = OPTIONS.withWorkers(1)
        .withWorker(WORKER.withFunction("f", _ -> null)
            .withRuntime(JsRuntimeOptions.defaults().withLimits(JsLimits.none().withHostCalls(1000))))
        .withTenantLimits(tenant -> tenant.equals("free") ? free : JsLimits.none());
    String calls = "for (let i = 0; i < 100; i++) f()";
    try (JsPool pool = JsPool.open(options)) {
      assertThat(failure(pool.eval("free", calls))).isInstanceOfSatisfying(JsHostCallLimitException.class,
          ended -> assertThat(ended.limit()).isEqualTo(10));
      pool.eval("paying", calls).join();
      assertThat(failure(pool.eval("paying", "for (;;) f()"))).isInstanceOfSatisfying(JsHostCallLimitException.class,
          ended -> assertThat(ended.limit()).as("of the runtime").isEqualTo(1000));
      assertThat(failure(pool.eval("free", "for (;;);"))).isInstanceOf(JsTimeLimitException.class);
      assertThat(failure(pool.eval("free", "new Promise(() => {})"))).isInstanceOf(JsAwaitTimeoutException.class);
      assertThat(failure(pool.submit("free", js -> js.eval("for (;;);").typeOf()))).isInstanceOf(
          JsTimeLimitException.class);
      assertThat(pool.eval("free", "add(1, 2)").join()).isEqualTo(3.0);
    }
  }

  @Test
  void limitsThatCannotBeToldFailTheTask() {
    IllegalStateException failure = new IllegalStateException("no such tenant");
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1).withTenantLimits(tenant -> {
      if (tenant.equals("b")) {
        return JsLimits.none();
      }
      throw failure;
    }))) {
      assertThat(failure(pool.eval("a", "1"))).isSameAs(failure);
      assertThat(pool.eval("b", "1").join()).isEqualTo(1.0);
    }
  }

  private static Throwable failure(CompletableFuture<?> task) {
    return Objects.requireNonNull(catchThrowable(task::join).getCause());
  }

  @Test
  void noMoreTasksOfATenantAtOnceThanAllowed() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    JsWorkerOptions worker = WORKER.withFunction("enter", _ -> {
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      return null;
    }).withFunction("leave", _ -> atOnce.decrementAndGet());
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(4).withTasksAtOnce(2).withWorker(worker))) {
      List<CompletableFuture<@Nullable Object>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        all.add(pool.eval("a", "enter(); for (let i = 0; i < 1e5; i++); leave()"));
      }
      all.forEach(CompletableFuture::join);
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void aTenantWithManyTasksDoesNotMakeOthersWait() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    JsPoolOptions options = OPTIONS.withWorkers(1).withTasksPerContext(1000);
    List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
    try (JsPool pool = JsPool.open(options)) {
      CompletableFuture<@Nullable Object> gate = pool.submit("a", _ -> {
        running.await();
        return null;
      });
      List<CompletableFuture<?>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(pool.submit("a", _ -> order.add("a")));
      }
      all.add(pool.submit("b", _ -> order.add("b")));
      running.countDown();
      all.forEach(CompletableFuture::join);
      assertThat(gate).isCompleted();
    }
    assertThat(order.indexOf("b")).isLessThan(20);
  }

  @Test
  void aRuntimeInWhichAScriptWasEndedIsReplaced() {
    CountDownLatch running = new CountDownLatch(1);
    JsWorkerOptions worker = WORKER.withFunction("running", _ -> {
      running.countDown();
      return null;
    });
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1).withWorker(worker))) {
      CompletableFuture<@Nullable Object> endless = pool.eval("a", "running(); for (;;);");
      assertThatThrownBy(() -> {
        running.await();
        endless.cancel(true);
        endless.join();
      }).isInstanceOf(java.util.concurrent.CancellationException.class);
      assertThat(pool.eval("b", "add(40, 2)").join()).isEqualTo(42.0);
      JsPoolStatistics statistics = pool.statistics();
      assertThat(statistics.runtimesRetired()).isEqualTo(Map.of(Retirement.TERMINATED, 1L));
      assertThat(statistics.runtimesOpened()).isEqualTo(2);
      assertThat(statistics.tasksCancelled()).isOne();
    }
  }

  @Test
  void runtimesAreReplacedWhenTheyAreUsedUp() {
    JsPoolOptions options = OPTIONS.withWorkers(1).withContextsPerRuntime(5);
    JsPool pool = JsPool.open(options);
    try (pool) {
      for (int i = 0; i < 12; i++) {
        assertThat(pool.eval("tenant " + i, "add(40, 2)").join()).isEqualTo(42.0);
      }
    }
    assertThat(pool.statistics().runtimesRetired().get(Retirement.USED_UP)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void failuresAreCounted() {
    JsPool pool = JsPool.open(OPTIONS);
    try (pool) {
      assertThatThrownBy(pool.eval("a", "throw new Error('no')")::join).hasMessageContaining("no");
      assertThatThrownBy(pool.submit("a", js -> js.newObject())::join).cause()
          .isInstanceOf(IllegalStateException.class);
      assertThat(pool.submit("a", js -> js.eval("add(1, 1)").asInt()).join()).isEqualTo(2);
    }
    assertThat(pool.statistics().tasksFailed()).isEqualTo(2);
    assertThat(pool.statistics().tasksDone()).isOne();
  }

  @Test
  void options() {
    try (JsPool pool = JsPool.open(OPTIONS)) {
      assertThat(pool.options()).isSameAs(OPTIONS);
      assertThat(pool.options().toString()).contains("workers=2");
    }
    assertThatThrownBy(() -> OPTIONS.withWorkers(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withWorkers(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pool has at most 1024 workers: 2147483647; tasks that find none free wait for one");
    assertThatThrownBy(() -> OPTIONS.withTasksAtOnce(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withTasksPerContext(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withContextsPerRuntime(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPTIONS.withHeapPerRuntime(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
