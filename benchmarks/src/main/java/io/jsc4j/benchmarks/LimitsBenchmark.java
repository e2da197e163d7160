package io.jsc4j.benchmarks;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsLimits;
import io.jsc4j.JsValue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What limits cost a script that stays within them: each benchmark is one call of 20 to 100 ms, with and without them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class LimitsBenchmark {
  /** Whether there are limits. */
  public enum Limits {
    /** None at all. */
    NONE,
    /** The one that most have. */
    TIME,
    /** One of each kind. */
    ALL;

    JsLimits limits() {
      JsLimits none = JsLimits.none();
      Duration minute = Duration.ofMinutes(1);
      return switch (this) {
        case NONE -> none;
        case TIME -> none.withTime(minute);
        case ALL -> none.withTime(minute)
            .withCpuTime(minute)
            .withHeap(1L << 30)
            .withStackDepth(5000)
            .withOutput(1L << 30)
            .withHostCalls(1_000_000_000)
            .withMicrotasks(10_000_000);
      };
    }
  }

  /** The limits of the runtime. */
  @Param
  public Limits limits;

  private JsContext js;
  private JsFunction compute;
  private JsFunction allocate;
  private JsFunction callHost;
  private JsFunction queue;
  private JsFunction settled;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    js = JsContext.open(limits.limits());
    compute = js.eval("function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) } (() => fib(32))").asFunction();
    // 30 MB live, as much again for the collector.
    js.eval("globalThis.live = Array.from({ length: 300_000 }, (_, i) => ({ i, text: 'text ' + i }))");
    allocate = js.eval("""
        (() => {
          let n = 0;
          for (let i = 0; i < 1_000_000; i++) {
            live[i % 300_000] = { i, text: 'text ' + i };
            n += live[(i * 7) % 300_000].text.length;
          }
          return n;
        })""").asFunction();
    js.global().set("host", js.function("host", call -> JsValue.undefined()));
    callHost = js.eval("(() => { for (let i = 0; i < 200_000; i++) host(); })").asFunction();
    queue = js.eval("(() => { globalThis.n = 0; (async () => { for (; n < 500_000; n++) await 0; })(); })")
        .asFunction();
    settled = js.eval("() => n").asFunction();
  }

  /** Closes the context and all that belongs to it. */
  @TearDown(Level.Trial)
  public void close() {
    js.close();
  }

  /** Computes only. */
  @Benchmark
  public double compute() {
    return compute.call().asDouble();
  }

  /** Makes many objects, beside others that live on. */
  @Benchmark
  public double allocate() {
    return allocate.call().asDouble();
  }

  /** Calls Java many times. */
  @Benchmark
  public JsValue hostCalls() {
    return callHost.call();
  }

  /** Runs many microtasks in one turn. */
  @Benchmark
  public double microtasks() {
    queue.call();
    double ran = settled.call().asDouble();
    if (ran != 500_000) {
      throw new IllegalStateException("only " + ran + " ran");
    }
    return ran;
  }
}
