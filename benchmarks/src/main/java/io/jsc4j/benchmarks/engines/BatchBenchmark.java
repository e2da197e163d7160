package io.jsc4j.benchmarks.engines;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import io.jsc4j.JsObject;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScript;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** jsc4j with many calls in one {@link JsContext#batch(Runnable)}, which takes the engine's lock once for all. */
public class BatchBenchmark extends EngineBenchmark {
  private JsRuntime runtime;
  private JsContext js;
  private JsFunction addOne;
  private JsFunction echo;
  private JsObject point;
  private JsScript script;

  /** Opens the context and prepares what the benchmarks call. */
  @Setup
  public void open() {
    runtime = JsRuntime.open();
    js = runtime.openContext();
    addOne = js.eval(ADD_ONE).asFunction();
    echo = js.eval(ECHO).asFunction();
    point = js.eval(POINT).asObject();
    script = runtime.compile("40 + 2");
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    runtime.close();
  }

  private double inBatch(DoubleSupplier operation) {
    return js.batch(() -> {
      double last = 0;
      for (int i = 0; i < CALLS; i++) {
        last = operation.getAsDouble();
      }
      return last;
    });
  }

  /** Calls a function of JavaScript. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double callDouble() {
    return inBatch(() -> {
      double argument = nextArgument();
      return require(argument + 1, addOne.callDouble(argument));
    });
  }

  /** Reads a property. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double getNumber() {
    return inBatch(() -> require(42.5, point.getDouble("x")));
  }

  /** A text to JavaScript and back. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double string1K() {
    return inBatch(() -> require(TEXT_1K, echo.callString(TEXT_1K)).length());
  }

  /** A script that has been compiled. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double sameScript() {
    return inBatch(() -> require(42, js.eval(script).asDouble()));
  }

  /** A script that has never been seen. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public double newScript() {
    return inBatch(() -> {
      double result = js.eval(newSource()).asDouble();
      return require(newResult(), result);
    });
  }
}
