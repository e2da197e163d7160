package io.jsc4j.tests.abuse;

import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsPoolStatistics.Retirement;
import io.jsc4j.JsWorkerOptions;
import io.jsc4j.tests.support.NeedsEngine;
import io.jsc4j.tests.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsEngine
@Timeout(120)
final class JsPoolAbuseTest {
  private static final JsPoolOptions OPTIONS = JsPoolOptions.defaults()
      .withWorkers(2)
      .withWorker(JsWorkerOptions
          .defaults()
          .withMailbox(4));

  @Test
  void usedAfterClose() {
    JsPool pool = JsPool.open(OPTIONS);
    pool.close();
    pool.close();
    pool.close(Duration.ZERO);
    assertThat(pool.isClosed()).isTrue();
    assertThatThrownBy(() -> pool.eval("a", "1")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> pool.eval("a", "1", "a.js")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> pool.call("a", "f")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> pool.submit("a", _ -> 1)).isInstanceOf(IllegalStateException.class);
    assertThat(pool.statistics().tasksDone()).isZero();
  }

  @Test
  void usedAndClosedByOtherThreads() throws InterruptedException {
    JsPool pool = JsPool.open(OPTIONS);
    Threads.onVirtualThread(() -> assertThat(pool.eval("a", "6 * 7").get()).isEqualTo(42.0));
    Threads.onPlatformThread(pool::close);
    assertThat(pool.statistics().tasksDone()).isOne();
  }

  @Test
  @SuppressWarnings("try") // It is refused.
  void closedInsideATask() {
    try (JsPool pool = JsPool.open(OPTIONS)) {
      assertThatThrownBy(pool.submit("a", _ -> {
        pool.close();
        return null;
      })::join).cause().isInstanceOf(IllegalStateException.class).hasMessageContaining("wait for itself");
    }
    // Of one worker, or another could be done with it before it is waited for.
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1))) {
      assertThatThrownBy(pool.submit("a", _ -> pool.eval("b", "1").join())::join).cause()
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tasksThatCloseWhatTheyWereGiven() {
    try (JsPool pool = JsPool.open(OPTIONS.withWorkers(1))) {
      pool.submit("a", js -> {
        js.close();
        return null;
      }).join();
      pool.submit("a", js -> {
        js.close();
        js.runtime().close();
        return null;
      }).join();
      pool.submit("a", js -> js.runtime().openContext().name()).join();
      assertThat(pool.eval("a", "6 * 7").join()).isEqualTo(42.0);
      assertThat(pool.statistics().runtimesRetired()).containsOnly(java.util.Map.entry(Retirement.MISUSED, 3L));
    }
  }

  @Test
  void abortedWithEverythingUnderWay() {
    JsPool pool = JsPool.open(OPTIONS);
    List<CompletableFuture<@Nullable Object>> futures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      futures.add(pool.eval("tenant " + i, "for (;;);"));
    }
    pool.close(Duration.ZERO);
    assertThat(futures).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(pool.statistics().tasksCancelled()).isEqualTo(8);
  }

  @Test
  void setUpThatDiffersEachTime() {
    JsPoolOptions random = OPTIONS.withWorker(JsWorkerOptions.defaults()
        .withSetup("var id = Math.random()", "random.js"));
    assertThatThrownBy(() -> JsPool.open(random)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "globalThis.id differs");
  }

  @Test
  void setUpThatThrowsOrDoesNotEndInTime() {
    JsPoolOptions throwing = OPTIONS.withWorker(JsWorkerOptions.defaults()
        .withSetup("throw new Error('no')", "throw.js"));
    assertThatThrownBy(() -> JsPool.open(throwing)).hasMessageContaining("no");
  }
}
