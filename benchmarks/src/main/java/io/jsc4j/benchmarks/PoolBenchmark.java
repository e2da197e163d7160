package io.jsc4j.benchmarks;

import io.jsc4j.JsPool;
import io.jsc4j.JsPoolOptions;
import io.jsc4j.JsWorkerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many tasks a pool does in a second: it should grow with the workers, up to the number of cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PoolBenchmark {
  private static final int TASKS = 200;

  /** How many workers the pool has. */
  @Param({"1", "2"})
  public int workers;

  /** For how many tasks a context is used: 1 makes and verifies one for each task. */
  @Param({"1", "100"})
  public int tasksPerContext;

  private JsPool pool;

  /** Opens the pool. */
  @Setup
  public void open() {
    pool = JsPool.open(JsPoolOptions.defaults()
        .withWorkers(workers)
        .withTasksPerContext(tasksPerContext)
        .withWorker(JsWorkerOptions.defaults()
            .withSetup("function work(n) { let x = 0; for (let i = 0; i < n; i++) x = (x + i * i) | 0; return x }",
                "work.js")));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    pool.close();
  }

  /** Some 100 µs of JavaScript in each task, of eight tenants. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int tasks() {
    List<CompletableFuture<?>> all = new ArrayList<>(TASKS);
    for (int i = 0; i < TASKS; i++) {
      all.add(pool.call("tenant " + i % 8, "work", 100_000));
    }
    all.forEach(CompletableFuture::join);
    return all.size();
  }
}
