package io.jsc4j;

import io.jsc4j.internal.work.Workplace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Workers of a pool in threads. */
final class JsThreadCrew extends JsPoolCrew<JsContext> {
  private final boolean warm;

  /**
   * Makes one.
   *
   * @param warm whether fresh contexts are made ready while nothing waits
   */
  JsThreadCrew(JsPoolOptions options, JsPoolCounters counters, boolean warm) {
    super(options, counters);
    this.warm = warm;
  }

  @Override
  Workplace<JsContext> place(String name, Runnable wake) {
    return new JsPoolPlace(options(), counters(), wake, warm);
  }

  @Override
  long stackSize() {
    return options().worker().stackSize().orElse(0);
  }

  @Override
  <T extends @Nullable Object> CompletableFuture<T> submit(String tenant, JsTask<T> task) {
    return limited(tenant, (context, _) -> {
      T result = task.run(context);
      JsPlainData.requireFree(result);
      return result;
    });
  }

  @Override
  CompletableFuture<@Nullable Object> eval(String tenant, String source, @Nullable String url) {
    return limited(tenant, (context, limits) -> JsWorkerTasks.eval(context, limits, source, url));
  }

  @Override
  CompletableFuture<@Nullable Object> call(String tenant, String function, List<@Nullable Object> copies) {
    return limited(tenant, (context, limits) -> JsWorkerTasks.call(context, limits, function, copies));
  }

  private <T extends @Nullable Object> CompletableFuture<T> limited(String tenant, JsWorkerTasks.Limited<T> task) {
    return give(tenant, context -> JsWorkerTasks.within(context, options().limitsOf(tenant), task));
  }
}
