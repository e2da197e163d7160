package io.jsc4j.benchmarks;

import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsScope;
import io.jsc4j.JsScript;
import io.jsc4j.JsValue;
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

/**
 * The price of one entry into the engine: as little JavaScript as possible, in each of the ways to run some.
 *
 * <p>The context belongs to the thread that opens it, and JMH sets up, measures and tears down a thread's state on that
 * same thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EvaluateBenchmark {
  private static final JsValue FORTY = JsNumber.of(40);
  private static final JsValue TWO = JsNumber.of(2);

  private JsContext js;
  private JsScript script;
  private JsFunction add;
  private JsFunction makeObject;
  private JsFunction callHost;
  private JsFunction callTypedHost;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    js = JsContext.open();
    script = js.runtime().compile("40 + 2");
    add = js.eval("(a, b) => a + b").asFunction();
    makeObject = js.eval("n => ({ n })").asFunction();
    js.global().set("host", js.function("host", call -> call.arg(0)));
    callHost = js.eval("n => host(n)").asFunction();
    js.global().set("typedHost", js.function("typedHost", HostFunction.ofDouble(n -> n)));
    callTypedHost = js.eval("n => typedHost(n)").asFunction();
  }

  /** Closes the context and all that belongs to it. */
  @TearDown
  public void close() {
    js.close();
  }

  /** A script that was parsed before: 42. */
  @Benchmark
  public JsValue cachedScript() {
    return js.eval(script);
  }

  /** The same from source: what {@link #cachedScript} saves. */
  @Benchmark
  public JsValue source() {
    return js.eval("40 + 2");
  }

  /** A function with numbers in and out, for which no handle is made. */
  @Benchmark
  public JsValue function() {
    return add.call(FORTY, TWO);
  }

  /** A function that returns an object, so that a handle is made, in a scope that releases it. */
  @Benchmark
  public JsValue functionReturningObject() {
    try (JsScope _ = js.openScope()) {
      return makeObject.call(TWO);
    }
  }

  /** A function that calls back into Java. */
  @Benchmark
  public JsValue hostFunction() {
    return callHost.call(TWO);
  }

  /** The same, by a function over doubles: what {@link #hostFunction} spends on objects for the call and its arguments. */
  @Benchmark
  public JsValue typedHostFunction() {
    return callTypedHost.call(TWO);
  }
}
