package io.jsc4j.benchmarks.engines;

import io.jsc4j.JsContext;
import io.jsc4j.JsFunction;
import java.io.IOException;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The programs on jsc4j. */
public class JscPrograms extends ProgramBenchmark {
  private JsContext js;
  private JsFunction run;

  /** Loads the program. */
  @Setup
  public void open(BenchmarkParams parameters) throws IOException {
    js = JsContext.open();
    scripts(parameters).forEach(script -> js.eval(script));
    run = js.eval("run").asFunction();
  }

  @Override
  protected double run() {
    return run.call().asDouble();
  }

  /** Closes the context. */
  @TearDown
  public void close() {
    js.close();
  }
}
