package io.jsc4j.benchmarks.engines;

import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsWorkerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a pool does with cores: time for a task is what a whole queue of them takes, divided by their number. */
public class JscPool extends EngineBenchmark {
  private static final int TASKS = 200;

  private JsPool pool;

  /** Opens a pool as the benchmark's name says. */
  @Setup
  public void open(BenchmarkParams parameters) {
    pool = JsPool.open(JsPoolOptions.defaults()
        .withWorkers(parameters.getBenchmark().endsWith("poolOfOne") ? 1 : 2)
        .withTasksPerContext(parameters.getBenchmark().endsWith("poolFresh") ? 1 : TASKS)
        .withWorker(JsWorkerOptions.defaults()
            .withSetup("function work(n) { let x = 0; for (let i = 0; i < n; i++) x = (x + i * i) | 0; return x }",
                "work.js")));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    pool.close();
  }

  /** One worker. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int poolOfOne() {
    return tasks();
  }

  /** Two. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int poolOfTwo() {
    return tasks();
  }

  /** Two, with a context for each task. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int poolFresh() {
    return tasks();
  }

  private int tasks() {
    List<CompletableFuture<?>> all = new ArrayList<>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      all.add(pool.call("tenant " + i % 8, "work", 100_000));
    }
    all.forEach(CompletableFuture::join);
    return all.size();
  }
}
