package io.jsc4j.benchmarks;

import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The price of a process of its own: to start one, and to call a function there, beside a worker in a thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IsolatedBenchmark {
  private static final JsWorkerOptions OPTIONS = JsWorkerOptions.defaults()
      .withSetup("function add(a, b) { return a + b }", "setup.js");

  private JsWorker isolated;
  private JsWorker threaded;

  /** Opens both workers. */
  @Setup
  public void open() {
    isolated = JsWorker.isolated(OPTIONS);
    threaded = JsWorker.open(OPTIONS);
  }

  /** Closes them. */
  @TearDown
  public void close() {
    isolated.close();
    threaded.close();
  }

  /** A process starts, evaluates, and ends. */
  @Benchmark
  public Object startProcess() throws ExecutionException, InterruptedException {
    try (JsWorker worker = JsWorker.isolated(OPTIONS)) {
      return worker.eval("1").get();
    }
  }

  /** A call in the other process, waited for. */
  @Benchmark
  public Object callInProcess() throws ExecutionException, InterruptedException {
    return isolated.call("add", 40, 2).get();
  }

  /** A call in another thread, waited for. */
  @Benchmark
  public Object callInThread() throws ExecutionException, InterruptedException {
    return threaded.call("add", 40, 2).get();
  }
}
