package io.jsc4j.tests.abuse;

import io.jsc4j.JsDataFunction;
import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsPoolStatistics;
import io.jsc4j.JsTask;
import io.jsc4j.JsThreadWorker;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import java.util.function.BiConsumer;

/** Samples of workers and pools: closed ones, so that nobody has to close them. Arguments are checked before that. */
final class WorkerSamples {
  private static final JsThreadWorker WORKER = JsWorker.open(JsWorkerOptions.defaults());
  private static final JsPool POOL = JsPool.open(JsPoolOptions.defaults().withWorkers(1));

  static {
    WORKER.close();
    POOL.close();
  }

  private WorkerSamples() {}

  static void put(BiConsumer<Class<?>, Object> samples) {
    samples.accept(JsWorker.class, WORKER);
    samples.accept(JsThreadWorker.class, WORKER);
    samples.accept(JsPool.class, POOL);
    samples.accept(JsWorkerOptions.class, JsWorkerOptions.defaults());
    samples.accept(JsPoolOptions.class, JsPoolOptions.defaults());
    samples.accept(JsPoolStatistics.class, POOL.statistics());
    samples.accept(JsPoolStatistics.Retirement.class, JsPoolStatistics.Retirement.GROWN);
    samples.accept(JsTask.class, (JsTask<Object>) _ -> 1);
    samples.accept(JsDataFunction.class, (JsDataFunction) _ -> null);
    samples.accept(Object[].class, new Object[]{1});
  }
}
