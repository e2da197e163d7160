package io.jsc4j;

import io.jsc4j.internal.work.Workplace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Workers of a pool in processes, each of which is a pool of one worker. */
final class JsProcessCrew extends JsPoolCrew<JsProcessPlace> {
  JsProcessCrew(JsPoolOptions options, JsPoolCounters counters) {
    super(options, counters);
  }

  @Override
  Workplace<JsProcessPlace> place(String name, Runnable wake) {
    return new JsProcessPlace(options().worker().withName(name), new JsProcessPlace.Pooled(options(), counters()),
        wake);
  }

  @Override
  long stackSize() {
    return 0;
  }

  @Override
  <T extends @Nullable Object> CompletableFuture<T> submit(String tenant, JsTask<T> task) {
    throw new UnsupportedOperationException("the workers of this pool are other processes, to which Java code can't be"
        + " given: use eval and call, or a pool without JsPoolOptions.withIsolation(true)");
  }

  @Override
  CompletableFuture<@Nullable Object> eval(String tenant, String source, @Nullable String url) {
    byte[] message = JsProcessPlace.evalMessage(source, url);
    return give(tenant, place -> place.eval(message, source, url, tenant, options().limitsOf(tenant)));
  }

  @Override
  CompletableFuture<@Nullable Object> call(String tenant, String function, List<@Nullable Object> copies) {
    byte[] message = JsProcessPlace.callMessage(function, copies);
    return give(tenant, place -> place.run(message, tenant, options().limitsOf(tenant)));
  }
}
