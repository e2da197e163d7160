package io.jsc4j.benchmarks.peers;

import io.jsc4j.benchmarks.engines.ProgramBenchmark;
import java.io.IOException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The programs on GraalJS. */
public class GraalJsPrograms extends ProgramBenchmark {
  private Context context;
  private Value run;

  /** Loads the program. */
  @Setup
  public void open(BenchmarkParams parameters) throws IOException {
    context = Context.create("js");
    scripts(parameters).forEach(script -> context.eval("js", script));
    run = context.eval("js", "run");
  }

  @Override
  protected double run() {
    return run.execute().asDouble();
  }

  /** Closes the context. */
  @TearDown
  public void close() {
    context.close();
  }
}
